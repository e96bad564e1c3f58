package io.sluice.type;

import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.value;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.array;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.codec.ReadException;
import io.sluice.engine.DatabaseException;
import io.sluice.engine.Engine;
import io.sluice.sql.Query;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Types of one's own, whose functions may fail and whose values stay untold. */
class DomainTypesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SECRET = "s3cr3t";

    record Code(String text) {}

    private static final SqlType<Code> CODE = TEXT.map(Code.class, Code::new, Code::text);
    private static final SqlType<Code> UNREADABLE = TEXT.map(Code.class, DomainTypesIT::refuse, Code::text);
    private static final SqlType<Code> UNSENDABLE =
            TEXT.map(Code.class, Code::new, code -> refuse(code.text()).text());

    private TestDatabase database;
    private Engine engine;

    @BeforeEach
    void open() {
        database = TestServer.H2.database();
        engine = Engine.create(database.url());
    }

    @AfterEach
    void close() {
        engine.close().block(PATIENCE);
        database.close();
    }

    @Test
    void findStatementsCompiledByTheConstant() {
        one(select(value(new Code("a"), CODE)));
        long misses = engine.statementCache().misses();
        one(select(value(new Code("b"), CODE)));
        assertThat(engine.statementCache().misses()).isEqualTo(misses);
    }

    @Test
    void tellOnlyTheClassOfWhatTheirFunctionsThrow() {
        assertThatThrownBy(() -> one(select(value(new Code(SECRET), UNSENDABLE))))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith(
                        "parameter 1, of type text as Code, cannot be sent: toDb of the type text as Code threw java.lang.IllegalArgumentException; mend that function, or the value it got")
                .hasNoCause()
                .message()
                .doesNotContain(SECRET);
        assertThatThrownBy(() -> one(select(value(new Code(SECRET), UNREADABLE).as("code"))))
                .isInstanceOf(ReadException.class)
                .hasMessageContaining(
                        "cannot be read: toJava of the type text as Code threw java.lang.IllegalArgumentException; mend that function, or the value it got")
                .hasNoCause();
    }

    @Test
    void tellTheClassOfAValueWhereGenericsAreErased() {
        @SuppressWarnings({"unchecked", "rawtypes"}) // as code of other times might
        List<Code> codes = (List) List.of("not a code");
        assertThatThrownBy(() -> one(select(value(codes, array(CODE)))))
                .hasMessageContaining("IllegalArgumentException");
    }

    private <R> R one(Query<R> query) {
        return engine.execute(query).one().blockOptional(PATIENCE).orElseThrow();
    }

    private static Code refuse(String text) {
        throw new IllegalArgumentException("not a code: " + text);
    }
}
