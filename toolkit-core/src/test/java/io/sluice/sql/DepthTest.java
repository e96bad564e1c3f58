package io.sluice.sql;

import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Functions.lower;
import static io.sluice.sql.Library.BOOK;
import static io.sluice.sql.Sql.not;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Sql.with;
import static io.sluice.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.Dialects;
import io.sluice.dialect.CompiledStatement;
import io.sluice.dialect.StatementCache;
import io.sluice.schema.ColumnDefinition;
import io.sluice.schema.Columns;
import io.sluice.schema.Table;
import io.sluice.sql.tree.Operator;
import io.sluice.sql.tree.Predicate.Comparison;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements that loops built: they need no more stack than others, and the time they take grows with their terms. */
class DepthTest {
    private static final int MANY = 20_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** How a loop puts a term and what is there together. */
    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    enum Loop {
        AND_LEFT((all, term) -> all.and(term)),
        AND_RIGHT((all, term) -> term.and(all)),
        OR_LEFT((all, term) -> all.or(term)),
        OR_RIGHT((all, term) -> term.or(all)),
        ALTERNATING_LEFT((all, term) -> isEven(term) ? all.and(term) : all.or(term)),
        ALTERNATING_RIGHT((all, term) -> isEven(term) ? term.and(all) : term.or(all));

        @SuppressWarnings("ImmutableEnumChecker") // no step captures anything
        private final BinaryOperator<Condition> step;

        Loop(BinaryOperator<Condition> step) {
            this.step = step;
        }

        Condition of(int terms) {
            Condition all = term(0);
            for (int i = 1; i < terms; i++) {
                all = step.apply(all, term(i));
            }
            return all;
        }

        private static Condition term(int i) {
            return i % 2 == 0 ? BOOK.pages.eq(i) : BOOK.pages.gt(i);
        }

        private static boolean isEven(Condition term) {
            return term.node() instanceof Comparison comparison && comparison.operator() == Operator.EQ;
        }
    }

    @ParameterizedTest
    @EnumSource
    void compilesThousandsOfTerms(Loop loop) {
        SqlText sql = select(BOOK.id).from(BOOK).where(loop.of(MANY)).sql(Dialects.POSTGRESQL);

        assertThat(sql.parameters()).hasSize(MANY).contains(0, 1, MANY - 1);
        assertThat(sql.text()).contains("$" + MANY).doesNotContain("$" + (MANY + 1));
    }

    @ParameterizedTest
    @EnumSource
    void comparesAndShowsThousandsOfTerms(Loop loop) {
        Condition one = loop.of(MANY);
        Condition same = loop.of(MANY);
        Condition longer = loop.of(MANY + 1);

        assertThat(one.equals(same)).isTrue();
        assertThat(one.equals(longer)).isFalse();
        assertThat(one).hasSameHashCodeAs(same);
        assertThat(one.toString()).hasSizeGreaterThan(MANY);
        Select<Long> statement = select(BOOK.id).from(BOOK).where(one);
        assertThat(statement.equals(select(BOOK.id).from(BOOK).where(same))).isTrue();
        assertThat(statement.toString()).startsWith("SELECT");
    }

    @ParameterizedTest
    @EnumSource
    void takesTimeInProportionToTerms(Loop loop) {
        assertThatTimeGrowsWith(count -> {
            Condition all = loop.of(count);
            return all.hashCode() + render(select(BOOK.id).where(all)) + (all.equals(loop.of(count)) ? 1 : 0);
        });
    }

    @Test
    void takesTimeInProportionToArithmetic() {
        assertThatTimeGrowsWith(count -> {
            Expression<Integer> sum = BOOK.pages;
            Expression<String> text = BOOK.title;
            for (int i = 0; i < count; i++) {
                sum = sum.plus(i);
                text = text.concat("x");
            }
            return render(select(sum, text)) + sum.hashCode();
        });
    }

    @Test
    void takesTimeInProportionToConditionsAddedOneByOne() {
        assertThatTimeGrowsWith(count -> {
            Select<Long> statement = select(BOOK.id).from(BOOK);
            for (int i = 0; i < count; i++) {
                statement = statement.where(BOOK.pages.ne(i)).orderBy(BOOK.pages.plus(i));
            }
            return render(statement);
        });
    }

    @Test
    void takesTimeInProportionToFiltersAndJoinConditions() {
        assertThatTimeGrowsWith(count -> {
            Aggregate<Long> filtered = count();
            Select<Long> joined = select(BOOK.id).from(BOOK).join(Library.AUTHOR);
            for (int i = 0; i < count; i++) {
                filtered = filtered.filter(BOOK.pages.ne(i));
                joined = joined.on(BOOK.pages.ne(i));
            }
            return render(joined) + render(select(filtered)) + joined.hashCode();
        });
    }

    @Test
    void takesTimeInProportionToQueries() {
        assertThatTimeGrowsWith(count -> {
            Compound<Long> all =
                    select(BOOK.id).from(BOOK).unionAll(select(BOOK.id).from(BOOK));
            for (int i = 0; i < count / 2; i++) {
                all = all.unionAll(select(BOOK.id).from(BOOK).where(BOOK.pages.eq(i)));
            }
            return render(all) + all.hashCode();
        });
    }

    @Test
    void takesTimeInProportionToCommonTables() {
        assertThatTimeGrowsWith(count -> {
            List<Cte> tables = new ArrayList<>();
            tables.add(select(BOOK.id).from(BOOK).asCte("t0"));
            for (int i = 1; i < count / 2; i++) {
                Cte before = tables.get(i - 1);
                tables.add(select(before.column(BOOK.id)).from(before).asCte("t" + i));
            }
            return render(with(tables.toArray(Cte[]::new)).select(BOOK.id).from(BOOK));
        });
    }

    @Test
    void takesTimeInProportionToColumns() {
        assertThatTimeGrowsWith(count -> {
            Table wide = Table.named(
                    "wide",
                    IntStream.range(0, count)
                            .<ColumnDefinition<?>>mapToObj(i -> Columns.column("c" + i, INTEGER))
                            .toArray(ColumnDefinition<?>[]::new));
            ColumnValue[] values = wide.columns().stream()
                    .map(column -> wide.column(column.name(), Integer.class).to(1))
                    .toArray(ColumnValue[]::new);
            return render(select(wide).from(wide))
                    + render(Sql.insertInto(wide).values(values))
                    + render(Sql.update(wide).set(values).everyRow());
        });
    }

    @Test
    void takesTimeInProportionToValues() {
        assertThatTimeGrowsWith(count -> {
            List<Integer> values = IntStream.range(0, count * 5).boxed().toList();
            return render(select(BOOK.id).where(BOOK.pages.in(values)));
        });
        assertThat(select(BOOK.id)
                        .where(BOOK.pages.in(IntStream.range(0, 100_000).boxed().toList()))
                        .sql(Dialects.POSTGRESQL)
                        .text())
                .isEqualTo("SELECT book.id WHERE book.pages = ANY ($1)");
    }

    @Test
    void saysSoWhereNestingIsTooDeepForAnyDatabase() {
        Condition negated = BOOK.pages.eq(1);
        Expression<String> wrapped = BOOK.title;
        Expression<Integer> sum = value(1);
        Select<Integer> query = select(BOOK.pages).from(BOOK);
        for (int i = 0; i < 200_000; i++) {
            negated = not(negated);
            wrapped = lower(wrapped);
            sum = value(1).plus(sum);
            query = select(BOOK.pages).from(BOOK).where(BOOK.pages.eq(query));
        }
        assertTooDeep(select(BOOK.id).from(BOOK).where(negated));
        assertTooDeep(select(wrapped).from(BOOK));
        assertTooDeep(select(sum));
        assertTooDeep(query);
    }

    @ParameterizedTest
    @EnumSource
    void checksThousandsOfTermsWhereTheyAreCached(Loop loop) {
        var cache = new StatementCache<>(Dialects.POSTGRESQL, 10, CompiledStatement::sql);

        assertThat(cache.get(select(BOOK.id).from(BOOK).where(loop.of(MANY)).tree())
                        .values())
                .hasSize(MANY);
    }

    private static void assertTooDeep(Statement statement) {
        assertThatThrownBy(() -> statement.sql(Dialects.POSTGRESQL))
                .isInstanceOf(StatementException.class)
                .hasMessageStartingWith("a statement is nested too deeply: ")
                .hasMessageContaining("join conditions with and(…) and or(…)");
        assertThat(statement.toString()).startsWith("not a statement yet: a statement is nested too deeply");
    }

    private static int render(Statement statement) {
        return statement.sql(Dialects.POSTGRESQL).text().length();
    }

    /**
     * Sixteen times the terms would take 256 times as long in quadratic time, and 16 times in linear; a factor of 64 leaves room for
     * caches that no longer fit. The best of all measurements counts, and the large one has more of them where the first
     * say no.
     */
    private static void assertThatTimeGrowsWith(IntFunction<Integer> work) {
        long many = best(work, MANY);
        long few = best(work, MANY / 16);
        for (int more = 0; more < 3 && many >= 64 * few; more++) {
            many = Math.min(many, best(work, MANY));
        }
        assertThat(many)
                .as("nanoseconds for %d, where %d took %d", MANY, MANY / 16, few)
                .isLessThan(64 * few);
    }

    /** Of this thread alone, so that other work on the machine does not count. */
    private static long best(IntFunction<Integer> work, int count) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            assertThat(work.apply(count)).isNotNull();
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
        }
        return best;
    }
}
