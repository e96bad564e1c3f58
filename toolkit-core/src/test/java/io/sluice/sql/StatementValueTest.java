package io.sluice.sql;

import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Functions.coalesce;
import static io.sluice.sql.Functions.lower;
import static io.sluice.sql.Library.AUTHOR;
import static io.sluice.sql.Library.BOOK;
import static io.sluice.sql.Sql.caseWhen;
import static io.sluice.sql.Sql.cell;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.excluded;
import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.mergeInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.text;
import static io.sluice.sql.Sql.tuple;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Sql.values;
import static io.sluice.sql.Sql.with;
import static io.sluice.sql.WindowFunctions.partitionBy;
import static io.sluice.sql.WindowFunctions.rowNumber;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.BYTEA;
import static io.sluice.type.SqlTypes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.Dialects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements and expressions are values: they do not change, and equal ones are equal. */
class StatementValueTest {

    /** One of each kind, made anew each time. */
    @SuppressWarnings("ImmutableEnumChecker") // suppliers without state
    enum Kind {
        SELECT(() -> select(BOOK.id, count().as("n"))
                .from(BOOK)
                .join(AUTHOR)
                .where(BOOK.title.eq("x"), BOOK.cover.eq(new byte[] {1, 2}))
                .groupBy(BOOK.id)
                .having(count().gt(1L))
                .orderBy(BOOK.id.desc())
                .limit(5)),
        COMPOUND(() ->
                select(BOOK.id).from(BOOK).union(select(AUTHOR.id).from(AUTHOR)).limit(3)),
        COMMON_TABLE(() -> {
            Cte recent = select(BOOK.id, BOOK.title).from(BOOK).asCte("recent");
            return with(recent).select(recent.column(BOOK.id)).from(recent);
        }),
        DERIVED(() -> {
            Derived recent = select(BOOK.id, BOOK.title).from(BOOK).as("recent");
            return select(recent.column(BOOK.id)).from(recent);
        }),
        VALUES(() ->
                Sql.values(field("a", BIGINT), field("b", TEXT)).row(1L, "x").row(2L, null)),
        TEXT_COMMAND(() -> text("SELECT :a, :b").bind("a", 1).bind("b", "x")),
        TEXT_QUERY(() -> text("SELECT :a").bind("a", 1L).returning(BIGINT)),
        INSERT(() -> insertInto(BOOK)
                .values(BOOK.title.to("x"), BOOK.pages.to(1))
                .onConflict(BOOK.id)
                .doUpdate(BOOK.title.to(excluded(BOOK.title)))),
        INSERT_ROWS(() -> insertInto(AUTHOR).rows(List.of("a", "b"), cell(AUTHOR.name, (String name) -> name))),
        RETURNING(() -> insertInto(BOOK).values(BOOK.title.to("x")).returning(BOOK.id)),
        UPDATE(() -> update(BOOK).set(BOOK.pages.to(BOOK.pages.plus(1))).where(BOOK.id.in(List.of(1L, 2L)))),
        DELETE(() -> deleteFrom(BOOK).where(BOOK.tags.eq(List.of("old")))),
        MERGE(() -> mergeInto(BOOK)
                .using(AUTHOR)
                .on(BOOK.authorId.eq(AUTHOR.id))
                .whenMatched()
                .thenDelete());

        private final Supplier<Statement> make;

        Kind(Supplier<Statement> make) {
            this.make = make;
        }
    }

    @ParameterizedTest
    @EnumSource
    void areEqualIfTheySayTheSame(Kind kind) {
        Statement one = kind.make.get();
        Statement same = kind.make.get();

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).hasToString(same.toString());
        assertThat(one.tree()).isEqualTo(same.tree()).hasSameHashCodeAs(same.tree());
        for (Kind other : Kind.values()) {
            assertThat(one.equals(other.make.get()))
                    .as("%s equals %s", kind, other)
                    .isEqualTo(kind == other);
        }
    }

    @Test
    void areEqualExpressionsIfTheySayTheSame() {
        List<Supplier<Object>> kinds = List.of(
                () -> BOOK.as("b").pages,
                () -> BOOK.pages,
                () -> BOOK.pages.plus(1),
                () -> BOOK.pages.plus(2),
                () -> BOOK.pages.eq(1),
                () -> BOOK.pages.eq(1).and(BOOK.title.like("x")),
                () -> BOOK.pages.eq(1).or(BOOK.title.like("x")),
                () -> BOOK.pages.as("p"),
                () -> BOOK.pages.asc(),
                () -> BOOK.pages.desc().nullsLast(),
                () -> lower(BOOK.title),
                () -> coalesce(BOOK.pages, 1),
                () -> sum(BOOK.pages).filter(BOOK.inPrint),
                () -> rowNumber().over(partitionBy(BOOK.authorId)),
                () -> caseWhen(BOOK.inPrint, "x").otherwise("y"),
                () -> value(new byte[] {1, 2}),
                () -> value(new byte[] {1, 3}),
                () -> BOOK.pages.to(1),
                () -> BOOK.id.in(List.of(1L)),
                () -> tuple(BOOK.id, BOOK.title).eq(tuple(value(1L), value("x"))));
        Set<Object> distinct = new HashSet<>();
        for (Supplier<Object> kind : kinds) {
            assertThat(kind.get()).isEqualTo(kind.get()).hasSameHashCodeAs(kind.get());
            distinct.add(kind.get());
        }
        assertThat(distinct).hasSameSizeAs(kinds);
    }

    @Test
    void doNotChangeWithTheListsAndArraysTheyWereMadeOf() {
        byte[] bytes = {1, 2, 3};
        List<String> tags = new ArrayList<>(Arrays.asList("a", null));
        List<Long> ids = new ArrayList<>(List.of(1L, 2L));
        List<Item> items = new ArrayList<>(List.of(BOOK.id, BOOK.title));
        Expression<?>[] groups = {BOOK.id, BOOK.title};
        ColumnValue[] assigned = {BOOK.title.to("x")};
        Select<Row> select = select(items)
                .from(BOOK)
                .where(BOOK.cover.eq(bytes), BOOK.tags.eq(tags), BOOK.id.in(ids))
                .groupBy(groups)
                .orderBy(groups);
        Update update = update(BOOK).set(assigned).set(BOOK.cover.to(bytes)).where(BOOK.cover.eq(value(bytes, BYTEA)));
        Text text = text("SELECT :b").bind("b", bytes);
        SqlText before = select.sql(Dialects.POSTGRESQL);

        bytes[0] = 9;
        tags.set(0, "changed");
        ids.clear();
        items.clear();
        groups[0] = BOOK.pages;
        assigned[0] = BOOK.title.to("changed");

        byte[] original = {1, 2, 3};
        SqlText after = select.sql(Dialects.POSTGRESQL);
        assertThat(after.text()).isEqualTo(before.text());
        assertThat(after.parameters()).containsExactly(original, Arrays.asList("a", null), List.of(1L, 2L));
        assertThat(update.sql(Dialects.POSTGRESQL).parameters()).containsExactly("x", original, original);
        assertThat(text.sql(Dialects.POSTGRESQL).parameters()).containsExactly((Object) original);
    }

    @Test
    @Timeout(60)
    void areExtendedByManyThreadsWhileOthersCompileThem() throws Exception {
        Select<Long> base = select(BOOK.id).from(BOOK).join(AUTHOR).where(BOOK.title.like("%x%"));
        String expected = base.sql(Dialects.POSTGRESQL).text();
        List<Callable<Void>> work = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            int own = thread;
            work.add(() -> {
                for (int i = 0; i < 200; i++) {
                    Select<Long> mine = base;
                    StringBuilder more = new StringBuilder();
                    for (int term = 0; term < 20 + own; term++) {
                        mine = mine.where(BOOK.pages.ne(own)).orderBy(BOOK.pages.asc());
                        more.append(" AND book.pages <> $").append(term + 2);
                    }
                    SqlText sql = mine.sql(Dialects.POSTGRESQL);
                    assertThat(sql.text()).startsWith(expected + more + " ORDER BY book.pages");
                    assertThat(sql.parameters().subList(1, 21 + own)).containsOnly(own);
                    assertThat(base.sql(Dialects.POSTGRESQL).text()).isEqualTo(expected);
                }
                return null;
            });
        }
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void areShownEvenWhileSomethingIsMissing() {
        assertThat(insertInto(BOOK))
                .hasToString("not a statement yet: insertInto(book): there is nothing to insert; "
                        + "say values(…), rows(…), from(…) or defaultValues()");
        assertThat(select(BOOK.id).from(BOOK).join(BOOK.as("other")).toString())
                .startsWith("not a statement yet: join(other): there is no foreign key");
        assertThat(values(field("a", TEXT)).toString()).startsWith("not a statement yet: values(a) has no rows");
    }
}
