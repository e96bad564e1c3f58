package io.sluice.dialect.h2;

import static io.sluice.dialect.h2.Items.ITEMS;
import static io.sluice.dialect.h2.Parts.PARTS;
import static io.sluice.sql.Aggregates.arrayAgg;
import static io.sluice.sql.Aggregates.avg;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Aggregates.every;
import static io.sluice.sql.Aggregates.max;
import static io.sluice.sql.Aggregates.percentile;
import static io.sluice.sql.Aggregates.some;
import static io.sluice.sql.Aggregates.stringAgg;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Functions.abs;
import static io.sluice.sql.Functions.atTimeZone;
import static io.sluice.sql.Functions.ceil;
import static io.sluice.sql.Functions.coalesce;
import static io.sluice.sql.Functions.dateTrunc;
import static io.sluice.sql.Functions.extract;
import static io.sluice.sql.Functions.greatest;
import static io.sluice.sql.Functions.left;
import static io.sluice.sql.Functions.length;
import static io.sluice.sql.Functions.lower;
import static io.sluice.sql.Functions.nullIf;
import static io.sluice.sql.Functions.position;
import static io.sluice.sql.Functions.power;
import static io.sluice.sql.Functions.random;
import static io.sluice.sql.Functions.replace;
import static io.sluice.sql.Functions.right;
import static io.sluice.sql.Functions.round;
import static io.sluice.sql.Functions.sign;
import static io.sluice.sql.Functions.sqrt;
import static io.sluice.sql.Functions.substring;
import static io.sluice.sql.Functions.upper;
import static io.sluice.sql.Sql.all;
import static io.sluice.sql.Sql.any;
import static io.sluice.sql.Sql.arrayOf;
import static io.sluice.sql.Sql.caseWhen;
import static io.sluice.sql.Sql.condition;
import static io.sluice.sql.Sql.exists;
import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.not;
import static io.sluice.sql.Sql.nullValue;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.template;
import static io.sluice.sql.Sql.tuple;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Sql.values;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.BOOLEAN;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.JSON;
import static io.sluice.type.SqlTypes.NUMERIC;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.TIMESTAMP;
import static io.sluice.type.SqlTypes.array;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sql.Expression;
import io.sluice.sql.Operators;
import io.sluice.sql.Selectable;
import io.sluice.sql.tree.DateField;
import io.sluice.type.Interval;
import io.sluice.type.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class H2ExpressionIT extends OnH2 {

    @Test
    void givesValuesTheTypeTheyHaveWhereNothingElseSaysIt() {
        var code = UUID.fromString("6f1c2b52-0f9e-4c2b-8a57-3f1d5a6f7c11");
        var seen = Instant.parse("2024-06-01T12:00:00.123456Z");

        assertThat(one(value(1))).isEqualTo(1);
        assertThat(one(value("text"))).isEqualTo("text");
        assertThat(one(value(new BigDecimal("1.25")))).isEqualTo(new BigDecimal("1.25"));
        assertThat(one(value(code))).isEqualTo(code);
        assertThat(one(value(seen))).isEqualTo(seen);
        assertThat(one(value(new byte[] {1, 2}))).isEqualTo(new byte[] {1, 2});
        assertThat(one(value(new Json("{\"a\":1}")))).isEqualTo(new Json("{\"a\":1}"));
        assertThat(one(arrayOf(value(1), value(2)))).containsExactly(1, 2);
        assertThat(one(value(List.of("a", "b"), array(TEXT)))).containsExactly("a", "b");
        assertThat(one(coalesce(nullValue(INTEGER), 8))).isEqualTo(8);
        assertThat(one(greatest(value(1), value(2)))).isEqualTo(2);
        assertThat(one(value(1).plus(value(2)).times(value(3)))).isEqualTo(9);
        assertThat(one(value("a").concat("b").concat("c"))).isEqualTo("abc");
        assertThat(one(caseWhen(value(1).eq(value(1)), "same").otherwise("different")))
                .isEqualTo("same");
        assertThat(one(value("12").cast(INTEGER))).isEqualTo(12);
        assertThat(one(template("{} * 2", INTEGER, value(21)))).isEqualTo(42);
        assertThat(list(select(value(1)).union(select(value(2))))).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void writesOutRowsOfTheirTypes() {
        var list = values(field("n", INTEGER), field("t", TEXT)).row(1, "a").row(null, null);
        var source = list.as("v");

        assertThat(list(select(source.column("n", INTEGER).plus(1))
                        .from(source)
                        .where(source.column("t", TEXT).eq("a"))))
                .containsExactly(2);
        assertThat(rows(list)).hasSize(2);
    }

    @Test
    void keepsDigitsOfExactNumbers() {
        var discounted = ITEMS.price.times(value(new BigDecimal("0.995")));

        assertThat(list(select(discounted).from(ITEMS).where(ITEMS.name.eq("apple"))))
                .singleElement()
                .satisfies(price -> assertThat(price).isEqualByComparingTo("1.4925"));
        assertThat(list(select(ITEMS.stock.cast(NUMERIC).dividedBy(new BigDecimal("4")))
                        .from(ITEMS)
                        .where(ITEMS.id.eq(1L))))
                .singleElement()
                .satisfies(quarter -> assertThat(quarter).isEqualByComparingTo("2.5"));
        assertThat(names(ITEMS.price.eq(new BigDecimal("1.504")))).isEmpty();
        assertThat(names(ITEMS.price.gt(new BigDecimal("2.249")))).containsExactly("pear", "fig");
    }

    @Test
    void compares() {
        assertThat(names(ITEMS.stock.between(5, 10))).containsExactly("apple");
        assertThat(names(ITEMS.stock.isDistinctFrom(10))).containsExactly("pear", "fig");
        assertThat(names(tuple(ITEMS.id, ITEMS.name).gt(tuple(value(1L), value("apple")))))
                .containsExactly("pear", "fig");
        assertThat(names(tuple(ITEMS.id, ITEMS.name)
                        .in(List.of(tuple(value(1L), value("apple")), tuple(value(2L), value("fig"))))))
                .containsExactly("apple");
        assertThat(names(not(ITEMS.active))).containsExactly("pear");
        assertThat(names(exists(select(PARTS.id).from(PARTS).where(PARTS.itemId.eq(ITEMS.id)))))
                .containsExactly("apple", "pear");
        assertThat(names(ITEMS.stock.gt(all(select(PARTS.amount.minus(190)).from(PARTS)))))
                .containsExactly("pear");
        assertThat(names(ITEMS.doc.eq(new Json("{ \"a\": 1 }")))).containsExactly("apple");
        assertThat(names(ITEMS.tags.eq(List.of("green")))).containsExactly("pear");
        assertThat(names(value("red").eq(any(ITEMS.tags)))).containsExactly("apple");
        assertThat(names(ITEMS.name.eq(any(arrayOf(value("fig"), value("pear"))))))
                .containsExactly("pear", "fig");
    }

    @Test
    void findsInListsOfAnyLength() {
        List<Long> many = LongStream.rangeClosed(2, 100_000).boxed().toList();

        assertThat(names(ITEMS.id.in(List.of(1L, 3L)))).containsExactly("apple", "fig");
        assertThat(names(ITEMS.id.in(many))).containsExactly("pear", "fig");
        assertThat(names(ITEMS.id.in(List.of()))).isEmpty();
        assertThat(names(ITEMS.stock.notIn(List.of()))).containsExactly("apple", "pear", "fig");
        assertThat(names(ITEMS.stock.notIn(List.of(10)))).containsExactly("pear");
        assertThat(names(ITEMS.name.in(List.of("fig")))).containsExactly("fig");
        assertThat(names(ITEMS.price.in(List.of(new BigDecimal("1.5"))))).containsExactly("apple");
        assertThat(names(ITEMS.made.in(List.of(LocalDate.of(2024, 12, 30))))).containsExactly("pear");
        assertThat(names(ITEMS.seen.in(List.of(Instant.parse("2024-06-01T12:00:00Z")))))
                .containsExactly("apple");
        assertThat(names(ITEMS.id.in(select(PARTS.itemId).from(PARTS)))).containsExactly("apple", "pear");
    }

    @Test
    void matchesText() {
        assertThat(names(ITEMS.name.like("%p%e%"))).containsExactly("apple", "pear");
        assertThat(names(ITEMS.name.ilike("APP_E"))).containsExactly("apple");
        assertThat(names(ITEMS.name.notIlike("APP_E"))).containsExactly("pear", "fig");
        assertThat(names(ITEMS.name.contains("%"))).isEmpty();
        assertThat(one(value("100%_\\").contains("%_\\"))).isTrue();
        assertThat(names(ITEMS.name.matches("^[ap]"))).containsExactly("apple", "pear");
        assertThat(names(ITEMS.name.matchesIgnoringCase("^APP"))).containsExactly("apple");
        assertThat(names(ITEMS.name.notMatches("e"))).containsExactly("fig");
    }

    @Test
    void callsFunctions() {
        assertThat(one(upper(lower(value("aB"))))).isEqualTo("AB");
        assertThat(one(length(value("four")))).isEqualTo(4);
        assertThat(one(substring(value("apple"), 2, 3))).isEqualTo("ppl");
        assertThat(one(left(value("apple"), 2))).isEqualTo("ap");
        assertThat(one(right(value("apple"), 2))).isEqualTo("le");
        assertThat(one(replace(value("apple"), "p", "b"))).isEqualTo("abble");
        assertThat(one(position("p", value("apple")))).isEqualTo(2);
        assertThat(list(select(nullIf(ITEMS.stock, 10).optional()).from(ITEMS).where(ITEMS.id.eq(1L))))
                .singleElement()
                .satisfies(stock -> assertThat(stock).isEmpty());
        assertThat(one(abs(value(-3)))).isEqualTo(3);
        assertThat(one(sign(value(new BigDecimal("-2.5"))))).isEqualTo(-1);
        assertThat(one(power(value(2), 10))).isEqualTo(1024.0);
        assertThat(one(sqrt(value(16)))).isEqualTo(4.0);
        assertThat(one(round(value(new BigDecimal("2.345")), 2))).isEqualByComparingTo("2.35");
        assertThat(one(ceil(value(new BigDecimal("2.1"))))).isEqualByComparingTo("3");
        assertThat(one(random())).isBetween(0.0, 1.0);
        assertThat(one(value(7).modulo(4))).isEqualTo(3);
        assertThat(one(value(7).dividedBy(2))).isEqualTo(3);
    }

    @Test
    void calculatesWithDatesAndTimes() {
        assertThat(ofApple(ITEMS.made.plusInterval(Interval.ofMonths(1)))).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(ofApple(ITEMS.made.minusInterval(Interval.ofDays(31)))).isEqualTo(LocalDate.of(2023, 12, 31));
        assertThat(ofApple(ITEMS.sold
                        .plusInterval(new Interval(1, 2, 3_600_000_000L))
                        .minusInterval(Interval.ofDays(1))))
                .isEqualTo(LocalDateTime.parse("2024-04-07T11:11:12.750"));
        assertThat(ofApple(ITEMS.made.cast(TIMESTAMP).plusInterval(new Interval(0, 0, 7_200_000_000L))))
                .isEqualTo(LocalDateTime.parse("2024-01-31T02:00:00"));
        assertThat(names(ITEMS.seen.plusInterval(Interval.ofMonths(6)).eq(Instant.parse("2024-12-01T12:00:00Z"))))
                .containsExactly("apple");
        assertThat(ofApple(dateTrunc(DateField.WEEK, ITEMS.sold)))
                .isEqualTo(LocalDateTime.parse("2024-03-04T00:00:00"));
        assertThat(ofApple(dateTrunc(DateField.MONTH, ITEMS.sold)))
                .isEqualTo(LocalDateTime.parse("2024-03-01T00:00:00"));
        assertThat(ofApple(extract(DateField.YEAR, ITEMS.made))).isEqualTo(2024);
        assertThat(list(select(extract(DateField.WEEK, ITEMS.sold)).from(ITEMS).where(ITEMS.name.eq("pear"))))
                .containsExactly(1);
        assertThat(ofApple(atTimeZone(ITEMS.seen, "Europe/Amsterdam")))
                .isEqualTo(LocalDateTime.parse("2024-06-01T14:00"));
    }

    @Test
    void aggregates() {
        assertThat(rows(select(sum(ITEMS.stock), count(ITEMS.stock), count(), max(ITEMS.price))
                        .from(ITEMS)))
                .containsExactly(List.of(30L, 2L, 3L, new BigDecimal("3.00")));
        assertThat(ofAll(avg(ITEMS.stock))).isEqualByComparingTo("15");
        assertThat(ofAll(stringAgg(ITEMS.name, "; ").orderBy(ITEMS.name.desc())))
                .isEqualTo("pear; fig; apple");
        assertThat(ofAll(stringAgg(ITEMS.name, "-").distinct().filter(ITEMS.stock.gt(10))))
                .isEqualTo("pear");
        assertThat(ofAll(arrayAgg(ITEMS.id).orderBy(ITEMS.id.desc()))).containsExactly(3L, 2L, 1L);
        assertThat(ofAll(percentile(0.5, ITEMS.stock))).isEqualTo(15.0);
        assertThat(ofAll(every(ITEMS.active))).isFalse();
        assertThat(ofAll(some(ITEMS.active))).isTrue();
        var more = ITEMS.stock.plus(1);
        assertThat(rows(select(more, count())
                        .from(ITEMS)
                        .where(ITEMS.stock.isNotNull())
                        .groupBy(more)
                        .orderBy(more)))
                .containsExactly(List.of(11, 1L), List.of(21, 1L));
    }

    @Test
    void readsJsonFromText() {
        assertThat(one(value("{\"a\": [1]}").cast(JSON))).isEqualTo(new Json("{\"a\":[1]}"));
        assertThat(one(value(new Json("[1]")).cast(TEXT))).isEqualTo("[1]");
    }

    @Test
    void looksIntoArrays() {
        var tags = Operators.array(ITEMS.tags);

        assertThat(ofApple(tags.element(2))).isEqualTo("sweet");
        assertThat(list(select(tags.element(3).optional()).from(ITEMS).where(ITEMS.id.eq(1L))))
                .containsExactly(Optional.empty());
        assertThat(ofApple(tags.concat(List.of("x")))).containsExactly("red", "sweet", "x");
        assertThat(ofApple(tags.length())).isEqualTo(2);
        assertThat(names(tags.has("red"))).containsExactly("apple");
        assertThat(ofApple(Operators.array(select(PARTS.id).from(PARTS).orderBy(PARTS.id))))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void keepsTruthAndNullApart() {
        assertThat(names(ITEMS.stock.isNotDistinctFrom((Integer) null))).containsExactly("fig");
        assertThat(names(ITEMS.active.isNotTrue())).containsExactly("pear", "fig");
        assertThat(one(condition(value(true)).and(nullValue(BOOLEAN).isNull()))).isTrue();
        assertThat(one(value(5L).cast(BIGINT).isNotNull())).isTrue();
    }

    private <T> T one(Selectable<T> selected) {
        return list(select(selected)).get(0);
    }

    private <T> T ofApple(Expression<T> expression) {
        return list(select(expression).from(ITEMS).where(ITEMS.name.eq("apple")))
                .get(0);
    }

    private <T> T ofAll(Expression<T> aggregate) {
        return list(select(aggregate).from(ITEMS)).get(0);
    }

    private List<String> names(Expression<Boolean> condition) {
        return list(select(ITEMS.name).from(ITEMS).where(condition).orderBy(ITEMS.id));
    }
}
