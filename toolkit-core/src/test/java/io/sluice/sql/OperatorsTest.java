package io.sluice.sql;

import static io.sluice.sql.Operators.array;
import static io.sluice.sql.Operators.json;
import static io.sluice.sql.Operators.range;
import static io.sluice.sql.Operators.searchVector;
import static io.sluice.sql.Operators.textSearch;
import static io.sluice.sql.Shop.LINE_ITEMS;
import static io.sluice.sql.Shop.PRODUCTS;
import static io.sluice.sql.Sql.not;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.JSON;
import static io.sluice.type.SqlTypes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.Dialects;
import io.sluice.dialect.Dialect;
import io.sluice.schema.Columns;
import io.sluice.schema.Table;
import io.sluice.type.Json;
import io.sluice.type.Range;
import io.sluice.type.SqlTypes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OperatorsTest {

    @Nested
    class OnJson {

        @Test
        void goesDownByKeysAndPlaces() {
            assertSelects(
                    json(PRODUCTS.attributes).get("awards").get(0).get("year"),
                    "products.attributes -> $1 -> $2 -> $3",
                    "awards",
                    0,
                    "year");
        }

        @Test
        void readsTextAtTheEndOfTheWay() {
            assertSelects(json(PRODUCTS.attributes).get("a").asText(), "products.attributes ->> $1", "a");
            assertSelects(
                    json(PRODUCTS.attributes).get("a").get("b").asText(),
                    "(products.attributes -> $1) ->> $2",
                    "a",
                    "b");
            assertSelects(
                    json(PRODUCTS.attributes).path("a", "0").asText(), "products.attributes #>> $1", List.of("a", "0"));
            assertSelects(json(PRODUCTS.attributes).asText(), "products.attributes #>> $1", List.of());
        }

        @Test
        void convertsWhatItReads() {
            assertHolds(
                    json(PRODUCTS.attributes).get("pages").as(INTEGER).gt(100),
                    "CAST(products.attributes ->> $1 AS integer) > $2",
                    "pages",
                    100);
        }

        @Test
        void testsWhatIsInside() {
            var attributes = json(PRODUCTS.attributes);
            assertHolds(
                    attributes.contains(new Json("{\"a\":1}")),
                    "products.attributes @> CAST($1 AS jsonb)",
                    new Json("{\"a\":1}"));
            assertHolds(
                    attributes.containedIn(new Json("{}")), "products.attributes <@ CAST($1 AS jsonb)", new Json("{}"));
            assertHolds(attributes.hasKey("a"), "products.attributes ? $1", "a");
            assertHolds(attributes.hasAnyKey(List.of("a", "b")), "products.attributes ?| $1", List.of("a", "b"));
            assertHolds(attributes.hasAllKeys(List.of("a", "b")), "products.attributes ?& $1", List.of("a", "b"));
            assertHolds(
                    attributes.pathExists("$.a[*] ? (@ > 1)"),
                    "products.attributes @? CAST($1 AS jsonpath)",
                    "$.a[*] ? (@ > 1)");
            assertHolds(not(attributes.hasKey("a")), "NOT (products.attributes ? $1)", "a");
        }

        @Test
        void comparesTwoOfThem() {
            var attributes = json(PRODUCTS.attributes);
            assertHolds(
                    attributes.get("a").contains(attributes.get("b")),
                    "(products.attributes -> $1) @> (products.attributes -> $2)",
                    "a",
                    "b");
            assertHolds(attributes.containedIn(PRODUCTS.attributes), "products.attributes <@ products.attributes");
        }

        @Test
        void changes() {
            var attributes = json(PRODUCTS.attributes);
            assertSelects(
                    attributes.concat(new Json("{}")), "products.attributes || CAST($1 AS jsonb)", new Json("{}"));
            assertSelects(attributes.concat(PRODUCTS.attributes), "products.attributes || products.attributes");
            assertSelects(attributes.remove("a"), "products.attributes - $1", "a");
            assertSelects(attributes.remove(2), "products.attributes - $1", 2);
            assertSelects(attributes.removePath("a", "b"), "products.attributes #- $1", List.of("a", "b"));
            assertSelects(
                    attributes.set(new Json("1"), "a", "b"),
                    "jsonb_set(products.attributes, $1, CAST($2 AS jsonb))",
                    List.of("a", "b"),
                    new Json("1"));
            assertSelects(attributes.arrayLength(), "jsonb_array_length(products.attributes)");
        }

        @Test
        void refusesToChangeOrSearchTheTypeThatKeepsItsText() {
            var log = Table.named("log", Columns.column("entry", JSON));
            var entry = json(log.column("entry", Json.class));
            assertSelects(entry.get("a").asText(), "log.entry ->> $1", log, "a");
            assertSelects(entry.arrayLength(), "json_array_length(log.entry)", log);
            assertRefused(
                    () -> entry.hasKey("a"),
                    "json(log.entry).hasKey(…): the type json can only be read; use cast(JSONB)");
        }

        @Test
        void refusesWhatIsNoJson() {
            var text = Table.named("t", Columns.column("c", TEXT.map(Json.class, Json::new, Json::text)));
            assertRefused(
                    () -> json(text.column("c", Json.class)), "json(t.c): text as Json is not JSON; use cast(JSONB)");
        }
    }

    @Nested
    class OnArrays {

        @Test
        void comparesWithLists() {
            var tags = array(PRODUCTS.tags);
            assertHolds(tags.contains(List.of("a", "b")), "products.tags @> CAST($1 AS text[])", List.of("a", "b"));
            assertHolds(tags.containedIn(List.of("a")), "products.tags <@ CAST($1 AS text[])", List.of("a"));
            assertHolds(tags.overlaps(List.of("a")), "products.tags && CAST($1 AS text[])", List.of("a"));
            assertHolds(tags.has("a"), "$1 = ANY (products.tags)", "a");
            assertHolds(tags.has(PRODUCTS.sku), "products.sku = ANY (products.tags)");
            assertHolds(tags.eq(List.of("a")), "products.tags = $1", List.of("a"));
        }

        /** A cast to {@code varchar(2)[]} would cut "abc" to what may be there. */
        @Test
        void castsListsToTypesThatCutNothing() {
            var codes = array(new Typed<>(PRODUCTS.tags.node(), SqlTypes.array(SqlTypes.varchar(2))));
            var prices = array(new Typed<>(PRODUCTS.tags.node(), SqlTypes.array(SqlTypes.numeric(4, 1))));
            BigDecimal fine = new BigDecimal("1.26");

            assertHolds(codes.overlaps(List.of("abc")), "products.tags && CAST($1 AS varchar[])", List.of("abc"));
            assertHolds(prices.contains(List.of(fine)), "products.tags @> CAST($1 AS numeric[])", List.of(fine));
        }

        @Test
        void comparesWithArraysOfTheDatabase() {
            var tags = array(PRODUCTS.tags);
            assertHolds(tags.contains(PRODUCTS.tags), "products.tags @> products.tags");
            assertHolds(tags.containedIn(PRODUCTS.tags), "products.tags <@ products.tags");
            assertHolds(tags.overlaps(PRODUCTS.tags), "products.tags && products.tags");
        }

        @Test
        void putsTogetherAndTakesApart() {
            var tags = array(PRODUCTS.tags);
            assertSelects(
                    tags.concat(List.of("a")).concat(PRODUCTS.tags),
                    "products.tags || CAST($1 AS text[]) || products.tags",
                    List.of("a"));
            assertSelects(tags.element(1), "(products.tags)[$1]", 1);
            assertSelects(tags.element(tags.length()), "(products.tags)[cardinality(products.tags)]");
            assertSelects(tags.remove("a"), "array_remove(products.tags, $1)", "a");
        }

        @Test
        void gathersTheValuesOfAQuery() {
            assertPostgresql(
                    select(array(select(LINE_ITEMS.sku).from(LINE_ITEMS).orderBy(LINE_ITEMS.number))
                            .length()),
                    "SELECT cardinality(ARRAY(SELECT line_items.sku FROM line_items ORDER BY line_items.number))");
        }

        @Test
        void refusesNull() {
            assertRefused(
                    () -> array(PRODUCTS.tags).has(SqlAssertion.<String>absent()),
                    "array(products.tags).has(null) is never true in SQL; pass a value");
        }
    }

    @Nested
    class OnRanges {
        private final Instant noon = Instant.parse("2024-05-01T12:00:00Z");
        private final Range<Instant> day =
                Range.of(Instant.parse("2024-05-01T00:00:00Z"), Instant.parse("2024-05-02T00:00:00Z"));

        @Test
        void asksForValuesAndRanges() {
            var sale = range(PRODUCTS.onSale);
            assertHolds(sale.contains(noon), "products.on_sale @> $1", noon);
            assertHolds(sale.contains(value(noon)), "products.on_sale @> $1", noon);
            assertHolds(sale.covers(day), "products.on_sale @> CAST($1 AS tstzrange)", day);
            assertHolds(sale.coveredBy(day), "products.on_sale <@ CAST($1 AS tstzrange)", day);
            assertHolds(sale.overlaps(day), "products.on_sale && CAST($1 AS tstzrange)", day);
            assertHolds(sale.isBefore(day), "products.on_sale << CAST($1 AS tstzrange)", day);
            assertHolds(sale.isAfter(day), "products.on_sale >> CAST($1 AS tstzrange)", day);
            assertHolds(sale.isAdjacentTo(day), "products.on_sale -|- CAST($1 AS tstzrange)", day);
            assertHolds(sale.overlaps(PRODUCTS.onSale), "products.on_sale && products.on_sale");
            assertHolds(sale.isEmpty(), "isempty(products.on_sale)");
        }

        @Test
        void combines() {
            var sale = range(PRODUCTS.onSale);
            assertSelects(sale.intersect(day), "products.on_sale * CAST($1 AS tstzrange)", day);
            assertSelects(sale.union(day), "products.on_sale + CAST($1 AS tstzrange)", day);
            assertSelects(
                    sale.except(day).union(day),
                    "(products.on_sale - CAST($1 AS tstzrange)) + CAST($2 AS tstzrange)",
                    day,
                    day);
            assertHolds(sale.upper().gt(noon), "upper(products.on_sale) > $1", noon);
            assertSelects(sale.lower(), "lower(products.on_sale)");
        }
    }

    @Nested
    class OnText {
        private final TextSearch english = textSearch("english");

        @Test
        void findsByWhatPeopleType() {
            var wanted = english.websearch("red -shoe");
            assertPostgresql(
                    select(
                                    PRODUCTS.title,
                                    english.vector(PRODUCTS.title).rank(wanted).as("rank"))
                            .from(PRODUCTS)
                            .where(english.vector(PRODUCTS.title).matches(wanted)),
                    "SELECT products.title, ts_rank(to_tsvector('english', products.title), websearch_to_tsquery('english', $1)) AS rank"
                            + " FROM products WHERE to_tsvector('english', products.title) @@ websearch_to_tsquery('english', $1)",
                    "red -shoe");
        }

        @Test
        void usesTextMadeSearchableBefore() {
            assertHolds(
                    searchVector(PRODUCTS.searchable)
                            .matches(english.words("red").or(english.phrase("blue sky"))),
                    "products.searchable @@ (plainto_tsquery('english', $1) || phraseto_tsquery('english', $2))",
                    "red",
                    "blue sky");
            assertSelects(
                    searchVector(PRODUCTS.searchable)
                            .concat(english.vector(PRODUCTS.title))
                            .rankByDistance(english.expression("a & b").and(english.words("c"))),
                    "ts_rank_cd(products.searchable || to_tsvector('english', products.title), to_tsquery('english', $1) && plainto_tsquery('english', $2))",
                    "a & b",
                    "c");
        }

        @Test
        void showsWhereItWasFound() {
            assertSelects(
                    english.headline(PRODUCTS.title, english.words("red")),
                    "ts_headline('english', products.title, plainto_tsquery('english', $1))",
                    "red");
            assertSelects(
                    english.headline(PRODUCTS.title, english.words("red"), "MaxWords=3"),
                    "ts_headline('english', products.title, plainto_tsquery('english', $1), $2)",
                    "red",
                    "MaxWords=3");
        }

        @Test
        void refusesWhatIsNoConfiguration() {
            assertRefused(
                    () -> textSearch("eng'lish"),
                    "textSearch(\"eng'lish\"): that is no name of a text search configuration; use small letters, as in \"english\" or \"simple\"");
        }

        @Test
        void refusesAColumnOfPlainText() {
            assertRefused(
                    () -> searchVector(PRODUCTS.title),
                    "searchVector(products.title): text is not tsvector; make one of text with textSearch(configuration).vector(…)");
        }
    }

    @Nested
    class OnOtherDatabases {

        @Test
        void areRefusedUnlessTheDatabaseHasThem() {
            assertCannot(json(PRODUCTS.attributes).hasKey("a"));
            assertCannot(range(PRODUCTS.onSale).isBefore(Range.empty()));
            assertCannot(textSearch("english")
                    .vector(PRODUCTS.title)
                    .matches(textSearch("english").words("a")));
            assertRefused(
                    () -> products(json(PRODUCTS.attributes).hasKey("a")).sql(Dialects.H2),
                    "H2 cannot say the json operator ?; call the database's own function with function(…), or do it in Java");
        }

        private void assertCannot(Condition condition) {
            var statement = products(condition);
            for (Dialect dialect : List.of(Dialects.H2, Dialects.MARIADB)) {
                assertThatExceptionOfType(StatementException.class)
                        .isThrownBy(() -> statement.sql(dialect))
                        .withMessageStartingWith(dialect.name() + " cannot say ");
            }
            assertThat(statement.toString()).startsWith("SELECT products.sku FROM products WHERE ");
        }

        private Select<String> products(Condition condition) {
            return select(PRODUCTS.sku).from(PRODUCTS).where(condition);
        }
    }

    @Test
    void refuseColumnsWhoseTypeOnlyLooksLikeIt() {
        Expression<Range<Integer>> odd =
                value(Range.of(1, 2), TEXT.map(rangeOfIntegers(), text -> Range.empty(), Range::toString));
        assertRefused(() -> range(odd), "range(expression): text as Range is not a range of the database");
        Expression<List<String>> list = value(List.of(), TEXT.map(listOfText(), List::of, List::toString));
        assertRefused(() -> array(list), "array(expression): text as List is not an array of the database");
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a class knows nothing of its parameters
    private static Class<Range<Integer>> rangeOfIntegers() {
        return (Class) Range.class;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a class knows nothing of its parameters
    private static Class<List<String>> listOfText() {
        return (Class) List.class;
    }

    private static void assertHolds(Condition condition, String text, Object... parameters) {
        assertPostgresql(
                select(PRODUCTS.sku).from(PRODUCTS).where(condition),
                "SELECT products.sku FROM products WHERE " + text,
                parameters);
    }

    private static void assertSelects(Expression<?> expression, String text, Object... parameters) {
        boolean hasTable = parameters.length > 0 && parameters[0] instanceof Table;
        Table table = hasTable ? (Table) parameters[0] : PRODUCTS;
        Object[] values = hasTable ? java.util.Arrays.copyOfRange(parameters, 1, parameters.length) : parameters;
        assertPostgresql(select(expression).from(table), "SELECT " + text + " FROM " + table, values);
    }
}
