package io.sluice.dialect;

import static io.sluice.sql.Library.BOOK;
import static io.sluice.sql.Sql.cell;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.text;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.value;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.Dialects;
import io.sluice.dialect.StatementCache.Statistics;
import io.sluice.schema.Column;
import io.sluice.schema.Columns;
import io.sluice.schema.Table;
import io.sluice.sql.Expression;
import io.sluice.sql.Select;
import io.sluice.sql.Statement;
import io.sluice.sql.tree.StatementNode;
import io.sluice.type.SqlType;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StatementCacheTest {
    private static final SqlType<Isbn> ISBN = TEXT.map(Isbn.class, Isbn::new, Isbn::text);

    private final StatementCache<CompiledStatement> cache =
            new StatementCache<>(Dialects.POSTGRESQL, 100, compiled -> compiled);

    record Isbn(String text) {}

    @Test
    void findsStatementsThatDifferInTheirValues() {
        assertThatSecondIsFound(
                byTitle("a").limit(10).offset(20), byTitle("b").limit(11).offset(40));
        assertThatSecondIsFound(
                select(BOOK.id).from(BOOK).where(BOOK.title.startsWith("a")),
                select(BOOK.id).from(BOOK).where(BOOK.title.startsWith("100%_\\")));
        assertThatSecondIsFound(
                update(BOOK).set(BOOK.pages.to(1)).where(BOOK.id.eq(1L)),
                update(BOOK).set(BOOK.pages.toNull()).where(BOOK.id.eq(2L)));
        assertThatSecondIsFound(
                text("SELECT :a").bind("a", "x").returning(TEXT),
                text("SELECT :a").bind("a", "y").returning(TEXT));
    }

    /** Each would take some hundred kilobytes, for a number of rows that seldom comes again. */
    @Test
    void keepsNoStatementsOfThousandsOfValues() {
        StatementNode many = insertInto(BOOK)
                .rows(IntStream.range(0, 5_000).boxed().toList(), cell(BOOK.pages, pages -> pages))
                .tree();

        assertThat(cache.get(many).entry().sql()).endsWith(", ($5000)");
        assertThat(cache.get(many).values()).hasSize(5_000);
        assertThat(cache.statistics()).isEqualTo(new Statistics(0, 2, 0, 100));
    }

    @Test
    void givesEachStatementItsOwnValues() {
        assertThat(cache.get(byTitle("a").limit(1).tree()).values()).containsExactly("a", 1L);
        assertThat(cache.get(byTitle("b").limit(2).tree()).values()).containsExactly("b", 2L);
        assertThat(cache.get(update(BOOK).set(BOOK.pages.toNull()).everyRow().tree())
                        .values())
                .containsExactly((Object) null);
    }

    @Test
    void findsListsOfEveryLength() {
        assertThatSecondIsFound(
                select(BOOK.title).from(BOOK).where(BOOK.id.in(List.of())),
                select(BOOK.title)
                        .from(BOOK)
                        .where(BOOK.id.in(
                                IntStream.range(0, 1000).mapToObj(Long::valueOf).toList())));
    }

    @Test
    void findsTablesMadeAnew() {
        assertThatSecondIsFound(byId(runTimeTable("orders"), 1L), byId(runTimeTable("orders"), 2L));
        assertThatSecondIsFound(
                byId(runTimeTable("orders").as("o"), 1L),
                byId(runTimeTable("orders").as("o"), 2L));
    }

    @Test
    void findsMappedTypes() {
        Expression<Isbn> one = value(new Isbn("1"), ISBN);
        Expression<Isbn> other = value(new Isbn("2"), ISBN);

        assertThatSecondIsFound(select(one), select(other));
    }

    @Test
    void tellsApartWhatIsReadDifferently() {
        assertThatSecondIsNotFound(select(value("1", TEXT)), select(value(new Isbn("1"), ISBN)));
        assertThatSecondIsNotFound(select(value(1, INTEGER)), select(value(1L)));
        assertThatSecondIsNotFound(
                text("SELECT 1").returning(BIGINT), text("SELECT 1").returning(TEXT));
        assertThatSecondIsNotFound(
                select(BOOK.id).from(BOOK), select(BOOK.title).from(BOOK));
        assertThatSecondIsNotFound(byId(runTimeTable("orders"), 1L), byId(runTimeTable("Orders"), 1L));
        assertThatSecondIsNotFound(
                byId(runTimeTable("orders"), 1L), byId(runTimeTable("orders").inSchema("other"), 1L));
        assertThatSecondIsNotFound(
                insertInto(BOOK).rows(List.of("a"), cell(BOOK.title, (String title) -> title)),
                insertInto(BOOK).rows(List.of("a", "b"), cell(BOOK.title, (String title) -> title)));
    }

    @Test
    void countsWhatItFoundAndWhatNot() {
        assertThat(cache.statistics()).isEqualTo(new Statistics(0, 0, 0, 100));
        cache.get(byTitle("a").tree());
        cache.get(byTitle("b").tree());
        cache.get(byTitle("b").limit(1).tree());
        cache.get(byTitle("b").limit(2).tree());
        cache.get(byTitle("b").tree());

        assertThat(cache.statistics()).isEqualTo(new Statistics(3, 2, 2, 100));
        cache.clear();
        assertThat(cache.statistics().size()).isZero();
        cache.get(byTitle("b").tree());
        assertThat(cache.statistics().misses()).isEqualTo(3);
    }

    @Test
    void holdsNoValues() {
        List<WeakReference<Object>> values = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String title = "title" + i;
            values.add(new WeakReference<>(title));
            cache.get(byTitle(title).orderBy(BOOK.pages.plus(i)).limit(i).tree());
            cache.get(select(BOOK.id)
                    .from(BOOK)
                    .where(BOOK.title.in(List.of(title, "x")))
                    .tree());
        }

        for (int i = 0; i < 100 && values.stream().anyMatch(value -> value.get() != null); i++) {
            System.gc();
        }
        assertThat(values).allSatisfy(value -> assertThat(value.get()).isNull());
        assertThat(cache.statistics().size()).isEqualTo(2);
    }

    @Test
    void showsNoValues() {
        assertThat(cache.get(byTitle("secret").tree()).toString()).doesNotContain("secret");
        assertThat(cache.get(byTitle("secret").tree()).entry().toString()).doesNotContain("secret");
    }

    @Test
    void keepsWhatIsUsedOftenAndDropsWhatIsNot() {
        var small = new StatementCache<>(Dialects.POSTGRESQL, 10, CompiledStatement::sql);
        for (int i = 0; i < 500; i++) {
            small.get(byTitle("x").tree());
            small.get(shape(i));
        }

        assertThat(small.statistics().size()).isEqualTo(10);
        assertThat(small.statistics().hits()).isGreaterThan(490);
    }

    @Test
    @Timeout(60)
    void keepsItsBoundWhenThreadsBringMoreShapesThanItHolds() throws Exception {
        var small = new StatementCache<>(Dialects.POSTGRESQL, 20, CompiledStatement::sql);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            int first = thread * 7;
            work.add(() -> {
                int largest = 0;
                for (int i = 0; i < 2_000; i++) {
                    int number = (first + i) % 60;
                    assertThat(small.get(shape(number)).entry()).endsWith("c" + number);
                    largest = Math.max(largest, small.statistics().size());
                }
                return largest;
            });
        }
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Integer> largest : threads.invokeAll(work)) {
                assertThat(largest.get())
                        .as("size, with one more for each thread on its way")
                        .isLessThanOrEqualTo(28);
            }
        } finally {
            threads.shutdownNow();
        }
        Statistics statistics = small.statistics();
        assertThat(statistics.size()).isLessThanOrEqualTo(20);
        assertThat(statistics.hits() + statistics.misses()).isEqualTo(16_000);
    }

    @Test
    void refusesToHoldNothing() {
        assertThatThrownBy(() -> new StatementCache<>(Dialects.POSTGRESQL, 0, compiled -> compiled))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a statement cache holds at least one statement, not 0");
    }

    private void assertThatSecondIsFound(Statement first, Statement second) {
        CompiledStatement compiled = cache.get(first.tree()).entry();
        assertThat(cache.get(second.tree()).entry()).isSameAs(compiled);
        assertThat(second.sql(Dialects.POSTGRESQL).text()).isEqualTo(compiled.sql());
    }

    private void assertThatSecondIsNotFound(Statement first, Statement second) {
        CompiledStatement compiled = cache.get(first.tree()).entry();
        assertThat(cache.get(second.tree()).entry()).isNotEqualTo(compiled);
    }

    private static Select<Long> byTitle(String title) {
        return select(BOOK.id).from(BOOK).where(BOOK.title.eq(title));
    }

    private static Table runTimeTable(String name) {
        return Table.named(name, Columns.column("id", BIGINT));
    }

    private static Select<Long> byId(Table table, long id) {
        Column<Long> column = table.column("id", Long.class);
        return select(column).from(table).where(column.eq(id));
    }

    private static StatementNode shape(int number) {
        var book = BOOK.as("c" + number);
        return select(book.id).from(book).tree();
    }
}
