package io.sluice.sql;

import static io.sluice.sql.Operators.array;
import static io.sluice.sql.Operators.json;
import static io.sluice.sql.Operators.range;
import static io.sluice.sql.Operators.searchVector;
import static io.sluice.sql.Operators.textSearch;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Store.LINE_ITEMS;
import static io.sluice.sql.Store.PRODUCTS;
import static io.sluice.type.SqlTypes.INT4RANGE;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.array;
import static io.sluice.type.SqlTypes.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.type.Json;
import io.sluice.type.Range;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
class OperatorsIT {
    @RegisterExtension
    final StoreDatabase store = new StoreDatabase();

    private final Select<String> skus = select(PRODUCTS.sku).from(PRODUCTS).orderBy(PRODUCTS.sku);
    private final JsonExpression attributes = json(PRODUCTS.attributes);

    @Test
    void documents() {
        assertFirst(attributes.get("sizes").get(-1).asText(), "39");
        assertFirst(attributes.get("sizes").get(0).as(INTEGER), 38);
        assertFirst(attributes.path("maker", "name").asText(), "Acme");
        assertFirst(attributes.get("maker"), new Json("{\"name\": \"Acme\"}"));
        assertFirst(attributes.get("maker").asText(), "{\"name\": \"Acme\"}");
        assertFirst(attributes.get("sizes").arrayLength(), 2);
        store.assertGives(
                select(attributes.asText().optional()).from(PRODUCTS).where(PRODUCTS.sku.eq("c-9")), Optional.empty());
        store.assertGives(skus.where(attributes.contains(new Json("{\"sizes\": [39]}"))), "a-1");
        store.assertGives(skus.where(attributes.containedIn(new Json("{\"color\": \"blue\", \"x\": 1}"))), "b-7");
        store.assertGives(skus.where(attributes.hasKey("color")), "a-1", "b-7");
        store.assertGives(skus.where(attributes.hasAnyKey(List.of("maker", "x"))), "a-1");
        store.assertGives(skus.where(attributes.hasAllKeys(List.of("maker", "x"))));
        store.assertGives(skus.where(attributes.pathExists("$.sizes[*] ? (@ > 38)")), "a-1");
        store.assertGives(skus.where(attributes.get("color").asText().eq("blue")), "b-7");
        store.assertGives(
                select(attributes.concat(new Json("{\"new\": 1}")).remove("color"))
                        .from(PRODUCTS)
                        .where(PRODUCTS.sku.eq("b-7")),
                new Json("{\"new\": 1}"));
        store.assertGives(
                select(attributes.set(new Json("\"green\""), "color"))
                        .from(PRODUCTS)
                        .where(PRODUCTS.sku.eq("b-7")),
                new Json("{\"color\": \"green\"}"));
        assertFirst(attributes.removePath("maker", "name").get("maker"), new Json("{}"));
        assertFirst(attributes.get("sizes").remove(0), new Json("[39]"));
    }

    @Test
    void arrays() {
        var tags = array(PRODUCTS.tags);
        store.assertGives(skus.where(tags.contains(List.of("red"))), "a-1", "b-7");
        store.assertGives(skus.where(tags.containedIn(List.of("red", "shoe"))), "a-1", "c-9");
        store.assertGives(skus.where(tags.overlaps(List.of("hat", "x"))), "b-7");
        store.assertGives(skus.where(tags.has("shoe")), "a-1");
        store.assertGives(skus.where(tags.contains(List.of())), "a-1", "b-7", "c-9");
        assertFirst(tags.concat(List.of("x", "y")), List.of("red", "shoe", "x", "y"));
        assertFirst(tags.element(2), "shoe");
        assertFirst(tags.element(tags.length()), "shoe");
        assertFirst(tags.remove("red"), List.of("shoe"));
        store.assertGives(select(tags.length()).from(PRODUCTS).orderBy(PRODUCTS.sku), 2, 3, 0);
        store.assertGives(
                select(array(select(LINE_ITEMS.sku)
                        .from(LINE_ITEMS)
                        .where(LINE_ITEMS.orderId.eq(1L))
                        .orderBy(LINE_ITEMS.number.desc()))),
                List.of("b-7", "a-1"));
        var short_ = PRODUCTS.tags.cast(array(varchar(10)));
        store.assertGives(skus.where(array(short_).overlaps(List.of("hat"))), "b-7");
    }

    @Test
    void ranges() {
        var sale = range(PRODUCTS.onSale);
        var may = Instant.parse("2024-05-01T00:00:00Z");
        var june = Instant.parse("2024-06-01T00:00:00Z");
        store.assertGives(skus.where(sale.contains(may)), "a-1");
        store.assertGives(skus.where(sale.contains(june)));
        store.assertGives(skus.where(sale.covers(Range.of(may, may.plusSeconds(9)))), "a-1");
        store.assertGives(skus.where(sale.coveredBy(Range.of(may, null))), "a-1", "b-7");
        store.assertGives(skus.where(sale.overlaps(Range.closed(june.minusSeconds(1), june))), "a-1");
        store.assertGives(skus.where(sale.isBefore(Range.of(june, null))), "a-1");
        store.assertGives(skus.where(sale.isAfter(Range.of(null, may))), "a-1");
        store.assertGives(skus.where(sale.isAdjacentTo(Range.of(june, null))), "a-1");
        store.assertGives(skus.where(sale.isEmpty()), "b-7");
        assertFirst(sale.lower(), may);
        assertFirst(sale.upper(), june);
        assertFirst(sale.intersect(Range.of(may.plusSeconds(5), null)).lower(), may.plusSeconds(5));
        assertFirst(sale.union(Range.of(june, june.plusSeconds(5))).upper(), june.plusSeconds(5));
        assertFirst(sale.except(Range.of(may, may.plusSeconds(5))).lower(), may.plusSeconds(5));
        store.assertGives(select(range(value(Range.of(1, 5), INT4RANGE)).contains(4)), true);
    }

    @Test
    void textSearches() {
        var english = textSearch("english");
        store.assertGives(skus.where(english.vector(PRODUCTS.title).matches(english.websearch("shoe -hat"))), "a-1");
        var found = searchVector(PRODUCTS.searchable);
        store.assertGives(skus.where(found.matches(english.words("hats"))), "b-7");
        store.assertGives(skus.where(found.matches(english.phrase("blue hat"))), "b-7");
        store.assertGives(skus.where(found.matches(english.expression("red | box"))), "a-1", "c-9");
        store.assertGives(skus.where(found.matches(english.words("red").or(english.words("box")))), "a-1", "c-9");
        store.assertGives(skus.where(found.matches(english.words("red").and(english.words("box")))));
        assertFirst(english.headline(PRODUCTS.title, english.words("shoe")), "Red <b>shoes</b>");
        assertFirst(english.headline(PRODUCTS.title, english.words("shoe"), "StartSel=*, StopSel=*"), "Red *shoes*");
        assertThat(store.one(
                        select(found.rank(english.words("red"))).from(PRODUCTS).where(PRODUCTS.sku.eq("a-1"))))
                .isGreaterThan(0);
        assertThat(store.one(select(found.concat(found).rankByDistance(english.words("red")))
                        .from(PRODUCTS)
                        .where(PRODUCTS.sku.eq("a-1"))))
                .isGreaterThan(0);
    }

    private <T> void assertFirst(Expression<T> expression, T expected) {
        assertThat(store.one(select(expression).from(PRODUCTS).where(PRODUCTS.sku.eq("a-1"))))
                .isEqualTo(expected);
    }
}
