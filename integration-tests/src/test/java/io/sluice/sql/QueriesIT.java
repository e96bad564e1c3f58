package io.sluice.sql;

import static io.sluice.sql.Aggregates.arrayAgg;
import static io.sluice.sql.Aggregates.avg;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Aggregates.countDistinct;
import static io.sluice.sql.Aggregates.every;
import static io.sluice.sql.Aggregates.max;
import static io.sluice.sql.Aggregates.percentile;
import static io.sluice.sql.Aggregates.some;
import static io.sluice.sql.Aggregates.stringAgg;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Sql.all;
import static io.sluice.sql.Sql.and;
import static io.sluice.sql.Sql.any;
import static io.sluice.sql.Sql.caseOf;
import static io.sluice.sql.Sql.caseWhen;
import static io.sluice.sql.Sql.cube;
import static io.sluice.sql.Sql.exists;
import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.groupingSets;
import static io.sluice.sql.Sql.not;
import static io.sluice.sql.Sql.notExists;
import static io.sluice.sql.Sql.or;
import static io.sluice.sql.Sql.rollup;
import static io.sluice.sql.Sql.rowsOf;
import static io.sluice.sql.Sql.scalar;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.template;
import static io.sluice.sql.Sql.text;
import static io.sluice.sql.Sql.tuple;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Sql.values;
import static io.sluice.sql.Sql.with;
import static io.sluice.sql.Store.CUSTOMERS;
import static io.sluice.sql.Store.LINE_ITEMS;
import static io.sluice.sql.Store.ORDERS;
import static io.sluice.sql.Store.PRODUCTS;
import static io.sluice.sql.Store.STAFF;
import static io.sluice.sql.WindowFunctions.currentRow;
import static io.sluice.sql.WindowFunctions.lag;
import static io.sluice.sql.WindowFunctions.partitionBy;
import static io.sluice.sql.WindowFunctions.preceding;
import static io.sluice.sql.WindowFunctions.rank;
import static io.sluice.sql.WindowFunctions.rowNumber;
import static io.sluice.sql.WindowFunctions.window;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sql.tree.DateField;
import io.sluice.type.Interval;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
class QueriesIT {
    @RegisterExtension
    final StoreDatabase store = new StoreDatabase();

    record Pair(@Nullable Object left, @Nullable Object right) {}

    private final Select<Long> ids = select(ORDERS.id).from(ORDERS).orderBy(ORDERS.id);

    @Test
    void conditions() {
        store.assertGives(ids.where(ORDERS.totalCents.between(600, 1200)), 1L, 4L);
        store.assertGives(ids.where(ORDERS.totalCents.notBetween(600, 1200)), 2L, 3L);
        store.assertGives(ids.where(ORDERS.id.in(List.of(1L, 3L, 9L))), 1L, 3L);
        store.assertGives(ids.where(ORDERS.id.notIn(List.of(1L, 3L))), 2L, 4L);
        store.assertGives(ids.where(ORDERS.id.in(List.of())));
        store.assertGives(ids.where(ORDERS.id.notIn(List.of())), 1L, 2L, 3L, 4L);
        store.assertGives(ids.where(ORDERS.status.in(List.of("open", "x"))), 2L);
        store.assertGives(ids.where(ORDERS.createdAt.in(List.of(Instant.parse("2024-05-03T10:00:00Z")))), 4L);
        store.assertGives(ids.where(ORDERS.note.isNull()), 2L, 4L);
        store.assertGives(ids.where(ORDERS.note.isDistinctFrom("first")), 2L, 3L, 4L);
        store.assertGives(ids.where(ORDERS.note.isNotDistinctFrom((String) null)), 2L, 4L);
        store.assertGives(ids.where(ORDERS.note.contains("50% o")), 3L);
        store.assertGives(ids.where(ORDERS.note.contains("%off")));
        store.assertGives(ids.where(ORDERS.note.startsWith("fi").or(ORDERS.note.endsWith("off"))), 1L, 3L);
        store.assertGives(ids.where(ORDERS.note.containsIgnoringCase("FIR")), 1L);
        store.assertGives(ids.where(ORDERS.note.ilike("F%")), 1L);
        store.assertGives(ids.where(ORDERS.note.matches("^\\d+")), 3L);
        store.assertGives(ids.where(ORDERS.note.matchesIgnoringCase("^F")), 1L);
        store.assertGives(ids.where(ORDERS.note.notMatches("^f")), 3L);
        store.assertGives(ids.where(ORDERS.note.eq("first").isNotTrue()), 2L, 3L, 4L);
        store.assertGives(ids.where(or()));
        store.assertGives(ids.where(and(), not(ORDERS.status.eq("paid"))), 2L);
        store.assertGives(
                ids.where(
                        ORDERS.status.eq("open").or(ORDERS.totalCents.gt(1200)).and(ORDERS.id.gt(2L))),
                3L);
        store.assertGives(select(CUSTOMERS.name).from(CUSTOMERS).where(CUSTOMERS.active.isFalse()), "Bo");
        store.assertGives(
                select(LINE_ITEMS.sku)
                        .from(LINE_ITEMS)
                        .where(tuple(LINE_ITEMS.orderId, LINE_ITEMS.number).gt(tuple(value(1L), value(1))))
                        .orderBy(LINE_ITEMS.orderId),
                "b-7",
                "a-1");
        store.assertGives(
                select(LINE_ITEMS.sku)
                        .from(LINE_ITEMS)
                        .where(tuple(LINE_ITEMS.orderId, LINE_ITEMS.number).in(List.of(tuple(value(1L), value(2))))),
                "b-7");
    }

    @Test
    void subqueries() {
        var lines = select(LINE_ITEMS.orderId).from(LINE_ITEMS).where(LINE_ITEMS.orderId.eq(ORDERS.id));
        store.assertGives(ids.where(exists(lines)), 1L, 3L);
        store.assertGives(ids.where(notExists(lines)), 2L, 4L);
        store.assertGives(ids.where(ORDERS.id.in(select(LINE_ITEMS.orderId).from(LINE_ITEMS))), 1L, 3L);
        store.assertGives(
                ids.where(ORDERS.totalCents.ge(
                        all(select(ORDERS.as("o").column(ORDERS.totalCents)).from(ORDERS.as("o"))))),
                3L);
        store.assertGives(
                ids.where(ORDERS.totalCents.eq(any(
                        select(max(ORDERS.as("o").column(ORDERS.totalCents))).from(ORDERS.as("o"))))),
                3L);
        store.assertGives(select(PRODUCTS.sku).from(PRODUCTS).where(value("hat").eq(any(PRODUCTS.tags))), "b-7");
        var lineCount = scalar(select(count()).from(LINE_ITEMS).where(LINE_ITEMS.orderId.eq(ORDERS.id)));
        store.assertGives(
                select(ORDERS.id, lineCount)
                        .as(Pair::new)
                        .from(ORDERS)
                        .orderBy(lineCount.desc(), ORDERS.id)
                        .limit(2),
                new Pair(1L, 2L),
                new Pair(3L, 1L));
    }

    @Test
    void joins() {
        store.assertGives(
                select(CUSTOMERS.name, PRODUCTS.title)
                        .as(Pair::new)
                        .from(CUSTOMERS)
                        .join(ORDERS)
                        .leftJoin(LINE_ITEMS)
                        .leftJoin(PRODUCTS)
                        .orderBy(CUSTOMERS.name, ORDERS.id, LINE_ITEMS.number),
                new Pair("Ada", "Red shoes"),
                new Pair("Ada", "Blue hat"),
                new Pair("Ada", null),
                new Pair("Bo", "Red shoes"),
                new Pair("Cy", null));
        var boss = STAFF.as("boss");
        store.assertGives(
                select(STAFF.name, boss.name)
                        .as(Pair::new)
                        .from(STAFF)
                        .leftJoin(boss)
                        .on(STAFF.bossId.eq(boss.id))
                        .orderBy(STAFF.id),
                new Pair("Root", null),
                new Pair("Mia", "Root"),
                new Pair("Tom", "Mia"),
                new Pair("Zoe", "Mia"));
        store.assertGives(
                select(count())
                        .from(CUSTOMERS)
                        .fullJoin(STAFF)
                        .on(CUSTOMERS.id.eq(STAFF.id).and(STAFF.id.gt(2L))),
                6L);
        store.assertGives(select(count()).from(CUSTOMERS, PRODUCTS).crossJoin(STAFF), 36L);
        var latest = select(ORDERS.status)
                .from(ORDERS)
                .where(ORDERS.customerId.eq(CUSTOMERS.id))
                .orderBy(ORDERS.createdAt.desc())
                .limit(1)
                .as("latest")
                .lateral();
        store.assertGives(
                select(CUSTOMERS.name, latest.column(ORDERS.status))
                        .as(Pair::new)
                        .from(CUSTOMERS)
                        .leftJoin(latest)
                        .on(and())
                        .orderBy(CUSTOMERS.id),
                new Pair("Ada", "open"),
                new Pair("Bo", "paid"),
                new Pair("Cy", "paid"));
        var tag = field("tag", TEXT);
        var tags = rowsOf("unnest", PRODUCTS.tags).as("t", tag).withOrdinality();
        store.assertGives(
                select(tags.column(tag), tags.ordinality())
                        .as(Pair::new)
                        .from(PRODUCTS)
                        .crossJoin(tags.lateral())
                        .where(PRODUCTS.sku.eq("b-7"))
                        .orderBy(tags.ordinality()),
                new Pair("blue", 1L),
                new Pair("hat", 2L),
                new Pair("red", 3L));
    }

    @Test
    void expressions() {
        store.assertGives(
                select(caseWhen(ORDERS.totalCents.gt(1200), "large")
                                .when(ORDERS.totalCents.gt(600), "medium")
                                .otherwise("small"))
                        .from(ORDERS)
                        .orderBy(ORDERS.id),
                "medium",
                "small",
                "large",
                "medium");
        store.assertGives(
                select(caseOf(ORDERS.status).when("open", 1).otherwise(0))
                        .from(ORDERS)
                        .orderBy(ORDERS.id),
                0,
                1,
                0,
                0);
        store.assertGives(
                select(ORDERS.totalCents.plus(1).times(2).minus(ORDERS.totalCents.dividedBy(3)))
                        .from(ORDERS)
                        .where(ORDERS.id.eq(1L)),
                1669);
        store.assertGives(
                select(ORDERS.totalCents.minus(ORDERS.totalCents.minus(7)).modulo(5))
                        .from(ORDERS)
                        .where(ORDERS.id.eq(1L)),
                2);
        store.assertGives(
                select(CUSTOMERS.name.concat("-").concat(CUSTOMERS.country))
                        .from(CUSTOMERS)
                        .where(CUSTOMERS.id.eq(1L)),
                "Ada-NL");
        store.assertGives(
                select(Functions.coalesce(ORDERS.note, "none")).from(ORDERS).orderBy(ORDERS.id),
                "first",
                "none",
                "50% off",
                "none");
        store.assertGives(
                select(Functions.nullIf(ORDERS.status, "paid").optional())
                        .from(ORDERS)
                        .orderBy(ORDERS.id)
                        .limit(2),
                Optional.empty(),
                Optional.of("open"));
        store.assertGives(
                select(ORDERS.createdAt.plusInterval(Interval.ofDays(2)).minusInterval(Interval.ofMonths(1)))
                        .from(ORDERS)
                        .where(ORDERS.id.eq(1L)),
                Instant.parse("2024-04-03T10:00:00Z"));
        store.assertGives(
                select(Functions.extract(DateField.MONTH, ORDERS.createdAt))
                        .from(ORDERS)
                        .where(ORDERS.id.eq(1L)),
                5);
        store.assertGives(
                select(Functions.dateTrunc(DateField.MONTH, ORDERS.createdAt)
                                .eq(Instant.parse("2024-05-01T00:00:00Z"))
                                .isNotNull())
                        .from(ORDERS)
                        .where(ORDERS.id.eq(1L)),
                true);
        store.assertGives(
                select(template("{} # {}", INTEGER, ORDERS.totalCents, value(8)))
                        .from(ORDERS)
                        .where(ORDERS.id.eq(1L)),
                992);
        store.assertGives(select(Functions.function("repeat", TEXT, value("ab"), value(2))), "abab");
        store.assertGives(
                select(CUSTOMERS.name)
                        .from(CUSTOMERS)
                        .where(CUSTOMERS.name.collate("C").lt("B")),
                "Ada");
        store.assertGives(
                select(Sql.arrayOf(ORDERS.id, ORDERS.customerId)).from(ORDERS).where(ORDERS.id.eq(3L)),
                List.of(3L, 2L));
        store.assertGives(
                select(Functions.position("o", CUSTOMERS.name)).from(CUSTOMERS).where(CUSTOMERS.id.eq(2L)), 2);
    }

    @Test
    void aggregates() {
        store.assertGives(
                select(CUSTOMERS.name, sum(ORDERS.totalCents))
                        .as(Pair::new)
                        .from(CUSTOMERS)
                        .join(ORDERS)
                        .groupBy(CUSTOMERS.name)
                        .having(sum(ORDERS.totalCents).gt(1000L))
                        .orderBy(CUSTOMERS.name),
                new Pair("Ada", 1500L),
                new Pair("Bo", 1500L));
        store.assertGives(select(countDistinct(ORDERS.status)).from(ORDERS), 2L);
        store.assertGives(select(count().filter(ORDERS.status.eq("paid"))).from(ORDERS), 3L);
        assertThat(store.one(select(avg(ORDERS.totalCents)).from(ORDERS))).isEqualByComparingTo("1000");
        store.assertGives(select(sum(PRODUCTS.price)).from(PRODUCTS), new BigDecimal("27.59"));
        store.assertGives(
                select(every(CUSTOMERS.active), some(CUSTOMERS.active))
                        .as(Pair::new)
                        .from(CUSTOMERS),
                new Pair(false, true));
        store.assertGives(
                select(stringAgg(CUSTOMERS.name, "+").orderBy(CUSTOMERS.id.desc()))
                        .from(CUSTOMERS),
                "Cy+Bo+Ada");
        store.assertGives(
                select(arrayAgg(ORDERS.status).distinct().orderBy(ORDERS.status))
                        .from(ORDERS),
                List.of("open", "paid"));
        store.assertGives(select(percentile(0.5, ORDERS.totalCents)).from(ORDERS), 1000.0);
        store.assertGives(
                select(ORDERS.status, count())
                        .as(Pair::new)
                        .from(ORDERS)
                        .groupBy(rollup(ORDERS.status))
                        .orderBy(ORDERS.status.asc().nullsFirst()),
                new Pair(null, 4L),
                new Pair("open", 1L),
                new Pair("paid", 3L));
        assertThat(store.list(select(count()).from(ORDERS).groupBy(cube(ORDERS.status, ORDERS.customerId))))
                .hasSize(10);
        assertThat(store.list(select(count())
                        .from(ORDERS)
                        .groupBy(groupingSets(List.of(List.of(ORDERS.status, ORDERS.note), List.of())))))
                .hasSize(5);
    }

    @Test
    void windows() {
        var byCustomer = partitionBy(ORDERS.customerId).orderBy(ORDERS.createdAt.desc());
        store.assertGives(
                select(ORDERS.id, rowNumber().over(byCustomer))
                        .as(Pair::new)
                        .from(ORDERS)
                        .orderBy(ORDERS.id),
                new Pair(1L, 2L),
                new Pair(2L, 1L),
                new Pair(3L, 1L),
                new Pair(4L, 1L));
        store.assertGives(
                select(rank().over("w"))
                        .from(ORDERS)
                        .window("w", window().orderBy(ORDERS.totalCents.desc()))
                        .orderBy(ORDERS.id),
                2L,
                4L,
                1L,
                2L);
        store.assertGives(
                select(sum(ORDERS.totalCents).over(window().orderBy(ORDERS.id).rowsBetween(preceding(1), currentRow())))
                        .from(ORDERS)
                        .orderBy(ORDERS.id),
                1000L,
                1500L,
                2000L,
                2500L);
        store.assertGives(
                select(lag(ORDERS.totalCents, 1, -1).over(window().orderBy(ORDERS.id)))
                        .from(ORDERS)
                        .orderBy(ORDERS.id),
                -1,
                1000,
                500,
                1500);
    }

    @Test
    void setOperations() {
        var one = select(value(1).as("n"));
        var two = select(value(2).as("n"));
        var three = select(value(3).as("n"));
        var n = field("n", INTEGER);
        store.assertGives(one.union(two).union(one).orderBy(value(1).as("n").desc()), 2, 1);
        store.assertGives(one.unionAll(one), 1, 1);
        store.assertGives(one.union(two).intersect(two.union(three)), 2);
        assertThat(store.list(one.union(two.intersect(three)))).containsExactly(1);
        store.assertGives(one.union(two).except(two), 1);
        store.assertGives(
                CUSTOMER_NAMES
                        .union(select(STAFF.name).from(STAFF))
                        .orderBy(CUSTOMERS.name.desc())
                        .limit(2)
                        .offset(1),
                "Tom",
                "Root");
        store.assertGives(
                values(n).row(3).row(4).unionAll(values(n).row(1)).as(Numbered.class),
                new Numbered(3),
                new Numbered(4),
                new Numbered(1));
    }

    record Numbered(int n) {}

    private static final Select<String> CUSTOMER_NAMES = select(CUSTOMERS.name).from(CUSTOMERS);

    @Test
    void commonTables() {
        var chain = select(STAFF.id, STAFF.bossId, value(1).as("depth"))
                .from(STAFF)
                .where(STAFF.id.eq(4L))
                .asRecursiveCte(
                        "chain",
                        self -> select(
                                        STAFF.id,
                                        STAFF.bossId,
                                        self.column("depth", INTEGER).plus(1))
                                .from(STAFF)
                                .join(self)
                                .on(STAFF.id.eq(self.column(STAFF.bossId))));
        store.assertGives(
                with(chain)
                        .select(chain.column(STAFF.id), chain.column("depth", INTEGER))
                        .as(Pair::new)
                        .from(chain)
                        .orderBy(chain.column("depth", INTEGER)),
                new Pair(4L, 1),
                new Pair(2L, 2),
                new Pair(1L, 3));
        var paid = select(ORDERS.customerId, ORDERS.totalCents)
                .from(ORDERS)
                .where(ORDERS.status.eq("paid"))
                .asCte("paid");
        var sums = select(
                        paid.column(ORDERS.customerId),
                        sum(paid.column(ORDERS.totalCents)).as("cents"))
                .from(paid)
                .groupBy(paid.column(ORDERS.customerId))
                .asCte("sums");
        store.assertGives(
                with(paid.materialized(true), sums.materialized(false))
                        .select(CUSTOMERS.name, sums.column("cents", BIGINT))
                        .as(Pair::new)
                        .from(CUSTOMERS)
                        .join(sums)
                        .on(sums.column(ORDERS.customerId).eq(CUSTOMERS.id))
                        .orderBy(CUSTOMERS.id),
                new Pair("Ada", 1000L),
                new Pair("Bo", 1500L),
                new Pair("Cy", 1000L));
    }

    @Test
    void listsOfValues() {
        var sku = field("sku", TEXT);
        var wanted = field("wanted", INTEGER);
        var list = values(sku, wanted).row("a-1", 3).row("c-9", null).as("list");
        store.assertGives(
                select(PRODUCTS.title, list.column(wanted))
                        .as(Pair::new)
                        .from(PRODUCTS)
                        .join(list)
                        .on(list.column(sku).eq(PRODUCTS.sku))
                        .orderBy(PRODUCTS.sku),
                new Pair("Red shoes", 3),
                new Pair("Plain box", null));
    }

    @Test
    void orderAndPages() {
        store.assertGives(
                select(ORDERS.note.optional())
                        .from(ORDERS)
                        .orderBy(ORDERS.note.asc().nullsFirst())
                        .limit(3),
                Optional.empty(),
                Optional.empty(),
                Optional.of("50% off"));
        store.assertGives(ids.limit(2).offset(1), 2L, 3L);
        var byTotal = select(ORDERS.id).from(ORDERS).orderBy(ORDERS.totalCents.desc());
        assertThat(store.list(byTotal.limitWithTies(2))).containsExactlyInAnyOrder(3L, 1L, 4L);
        var newest = select(ORDERS.id).from(ORDERS).orderBy(ORDERS.createdAt.desc(), ORDERS.id);
        store.assertGives(newest, 4L, 2L, 3L, 1L);
        store.assertGives(newest.startAfter(Instant.parse("2024-05-02T10:00:00Z"), 2L), 3L, 1L);
        store.assertGives(ids.startAfter(2L).limit(1), 3L);
        store.assertGives(select(ORDERS.customerId).distinct().from(ORDERS).orderBy(ORDERS.customerId), 1L, 2L, 3L);
        store.assertGives(
                select(ORDERS.id)
                        .distinctOn(ORDERS.customerId)
                        .from(ORDERS)
                        .orderBy(ORDERS.customerId, ORDERS.totalCents.desc()),
                1L,
                3L,
                4L);
    }

    @Test
    void locks() {
        store.assertGives(ids.limit(1).forUpdate().skipLocked(), 1L);
        store.assertGives(ids.limit(1).forNoKeyUpdate(), 1L);
        store.assertGives(ids.limit(1).forKeyShare().noWait(), 1L);
        store.assertGives(
                select(ORDERS.id)
                        .from(ORDERS)
                        .join(CUSTOMERS)
                        .where(ORDERS.id.eq(3L))
                        .forUpdate()
                        .of(ORDERS)
                        .forShare()
                        .of(CUSTOMERS),
                3L);
    }

    @Test
    void textByHand() {
        store.assertGives(
                text("SELECT name || ':x', :n::bigint /* :y */ FROM customers WHERE country = :c AND $$:z$$ <> '' ORDER BY id")
                        .bind("n", 7)
                        .bind("c", "NL")
                        .returning(field("name", TEXT), field("n", BIGINT))
                        .as(Named.class),
                new Named("Ada:x", 7),
                new Named("Cy:x", 7));
    }

    record Named(String name, long n) {}

    @Test
    void namesOfEveryKind() {
        var odd = "Grüße \"an\" select.from 'x' \\ $1 :y";
        store.assertGives(
                select(select(CUSTOMERS.name.as(odd))
                                .from(CUSTOMERS)
                                .limit(1)
                                .as("Select")
                                .column(odd, TEXT))
                        .from(select(CUSTOMERS.name.as(odd))
                                .from(CUSTOMERS)
                                .limit(1)
                                .as("Select")),
                "Ada");
    }
}
