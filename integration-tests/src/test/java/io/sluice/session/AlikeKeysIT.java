package io.sluice.session;

import static io.sluice.edge.Usage_.USAGE;
import static io.sluice.edge.Word_.WORD;
import static io.sluice.mapping.Loads.joined;
import static io.sluice.mapping.Loads.selectIn;
import static io.sluice.mapping.Loads.subquery;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.Usage;
import io.sluice.edge.Word;
import io.sluice.engine.Engine;
import io.sluice.mapping.Load;
import io.sluice.schema.Metadata;
import io.sluice.sql.Command;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Keys that are one to MariaDB, and two to Java and to others: what belongs together is what the database joins. */
class AlikeKeysIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private static void with(TestServer server, Function<AsyncSession, Mono<?>> checked, String... words) {
        try (TestDatabase database = server.database()) {
            Engine engine = Engine.create(database.url());
            try {
                Metadata model = Metadata.of(WORD, USAGE);
                run(engine, model.createAll());
                for (String word : words) {
                    run(engine, insertInto(WORD).values(WORD.text.to(word)));
                }
                for (long id = 1; id <= 3; id++) {
                    String written = words.length > 1
                            ? words[(int) id % 2]
                            : List.of("Où", "oU", "OU ").get((int) id - 1);
                    run(engine, insertInto(USAGE).values(USAGE.id.to(id), USAGE.wordText.to(written)));
                }
                AsyncSessionFactory.of(engine, model)
                        .inTransaction(session -> checked.apply(session).then())
                        .block(SOON);
            } finally {
                engine.close().block(SOON);
            }
        }
    }

    private static void run(Engine engine, Command command) {
        engine.execute(command).done().block(SOON);
    }

    private static Mono<?> hasAllUsages(AsyncSession session, Load<Word, Usage> load) {
        return session.execute(select(WORD).load(load)).one().doOnNext(word -> {
            assertThat(word.usages.stream().map(usage -> usage.id))
                    .as(load.toString())
                    .containsExactly(1L, 2L, 3L);
            word.usages.forEach(usage -> assertThat(usage.word.get()).isSameAs(word));
        });
    }

    private static Mono<?> haveOneWord(AsyncSession session, Load<Usage, Word> load) {
        return session.execute(select(USAGE).load(load))
                .list()
                .doOnNext(usages -> assertThat(usages)
                        .as(load.toString())
                        .extracting(usage -> usage.word.get().text)
                        .containsOnly("où"));
    }

    @Test
    void findsTargetsOfKeysThatAreWrittenOtherwise() {
        for (Load<Word, Usage> load : List.of(selectIn(WORD.usages), joined(WORD.usages), subquery(WORD.usages))) {
            with(TestServer.MARIADB, session -> hasAllUsages(session, load), "où");
        }
    }

    @Test
    void findsWhomKeysMeanThatAreWrittenOtherwise() {
        for (Load<Usage, Word> load : List.of(selectIn(USAGE.word), joined(USAGE.word), subquery(USAGE.word))) {
            with(TestServer.MARIADB, session -> haveOneWord(session, load), "où");
        }
    }

    @Test
    void keepsApartWhatTheDatabaseKeepsApart() {
        for (Load<Word, Usage> load : List.of(selectIn(WORD.usages), joined(WORD.usages), subquery(WORD.usages))) {
            with(
                    TestServer.POSTGRESQL,
                    session -> session.execute(
                                    select(WORD).where(WORD.text.eq("a")).load(load))
                            .one()
                            .doOnNext(word -> assertThat(word.usages.stream().map(usage -> usage.id))
                                    .as(load.toString())
                                    .containsExactly(2L)),
                    "a",
                    "A");
        }
    }
}
