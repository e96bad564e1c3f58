package io.sluice.schema;

import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.sql.Sql.select;
import static io.sluice.type.SqlTypes.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sql.Statement;
import io.sluice.sql.StatementException;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TableInitialisationTest {

    /** Refers to {@link Right}, which refers to it. */
    public static final class Left extends Table implements Supplier<Statement> {
        public static final Left LEFT = new Left();

        public final Column<Long> id = column("id", BIGINT, primaryKey());
        public final Column<Long> rightId = column("right_id", references(() -> Right.RIGHT.id));

        public Left() {
            super(TableName.of("lefts"));
        }

        @Override
        public Statement get() {
            return select(LEFT).from(LEFT).join(Right.RIGHT).on(LEFT.rightId.eq(Right.RIGHT.id));
        }
    }

    /** Refers to {@link Left}, which refers to it. */
    public static final class Right extends Table implements Supplier<Statement> {
        public static final Right RIGHT = new Right();

        public final Column<Long> id = column("id", BIGINT, primaryKey());
        public final Column<Long> leftId = column("left_id", references(() -> Left.LEFT.id));

        public Right() {
            super(TableName.of("rights"));
        }

        @Override
        public Statement get() {
            return select(RIGHT).from(RIGHT).join(Left.LEFT).on(RIGHT.leftId.eq(Left.LEFT.id));
        }
    }

    @Test
    @Timeout(120)
    void neitherWaitsForTheOtherWhenTwoThreadsBeginWithOneEach() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 30; round++) {
                try (URLClassLoader fresh = freshLoader()) {
                    var barrier = new CyclicBarrier(2);
                    var statements = threads.invokeAll(
                            List.of(use(fresh, Left.class, barrier), use(fresh, Right.class, barrier)),
                            20,
                            TimeUnit.SECONDS);
                    assertThat(statements.get(0).get()).contains("lefts.right_id = rights.id");
                    assertThat(statements.get(1).get()).contains("rights.left_id = lefts.id");
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void saysSoIfColumnsTakeTheirTypesFromEachOther() {
        Table[] tables = new Table[2];
        tables[0] = Table.named("a", ColumnDefinition.of("id", references(() -> idOf(tables[1])), List.of()));
        tables[1] = Table.named("b", ColumnDefinition.of("id", references(() -> idOf(tables[0])), List.of()));

        assertThatThrownBy(() -> tables[0].columns().get(0).type())
                .isInstanceOf(StatementException.class)
                .hasMessage("a.id has no type: it refers to a column whose type is again that of this one;"
                        + " give one of them a type");
    }

    @Test
    void saysSoIfATargetIsUsedBeforeItsTableIsMade() {
        Table[] tables = new Table[1];
        Table early = Table.named("a", ColumnDefinition.of("b_id", references(() -> idOf(tables[0])), List.of()));

        assertThatThrownBy(() -> early.columns().get(0).type())
                .isInstanceOf(StatementException.class)
                .hasMessage("a.b_id refers to a column that does not exist yet: its table is still being made;"
                        + " use the column only after both tables were");
    }

    @Test
    void makesTablesOfRunTimeThatAreTheSameToStatements() {
        Statement one = statementOf(Table.named("t", Columns.column("id", BIGINT)));
        Statement other = statementOf(Table.named("t", Columns.column("id", BIGINT)));

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    private static Statement statementOf(Table table) {
        return select(table).from(table).where(table.column("id", Long.class).eq(1L));
    }

    @SuppressWarnings("unchecked") // the columns made here
    private static Column<Long> idOf(Table table) {
        return (Column<Long>) table.columns().get(0);
    }

    private static Callable<String> use(ClassLoader loader, Class<?> table, CyclicBarrier barrier) {
        return () -> {
            barrier.await(10, TimeUnit.SECONDS);
            Object made = Class.forName(table.getName(), true, loader)
                    .getConstructor()
                    .newInstance();
            Object statement = ((Supplier<?>) made).get();
            return String.valueOf(statement);
        };
    }

    /** Loads these tables and the toolkit anew, so that their classes are initialised once more. */
    private static URLClassLoader freshLoader() throws IOException {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(TableInitialisationTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }
}
