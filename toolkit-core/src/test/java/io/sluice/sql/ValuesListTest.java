package io.sluice.sql;

import static io.sluice.sql.Shop.PRODUCTS;
import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Sql.values;
import static io.sluice.sql.Sql.with;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.NUMERIC;
import static io.sluice.type.SqlTypes.TEXT;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ValuesListTest {
    private static final Field<String> SKU = field("sku", TEXT);
    private static final Field<BigDecimal> PRICE = field("price", NUMERIC);
    private final ValuesList prices =
            values(SKU, PRICE).row("a-1", new BigDecimal("2.50")).row("b-7", null);

    @Test
    void isAQueryOfItsOwn() {
        assertPostgresql(prices, "VALUES ($1, $2), ($3, $4)", "a-1", new BigDecimal("2.50"), "b-7", null);
        assertPostgresql(values(field("n", INTEGER)).row(value(1).plus(1)), "VALUES ($1 + $2)", 1, 1);
    }

    @Test
    void joinsLikeATable() {
        var list = prices.as("p");
        assertPostgresql(
                select(PRODUCTS.title, list.column(PRICE))
                        .from(PRODUCTS)
                        .join(list)
                        .on(list.column(SKU).eq(PRODUCTS.sku)),
                "SELECT products.title, p.price FROM products JOIN (VALUES ($1, $2), ($3, $4)) AS p (sku, price) ON p.sku = products.sku",
                "a-1",
                new BigDecimal("2.50"),
                "b-7",
                null);
    }

    @Test
    void feedsAnUpdateAndACommonTable() {
        var list = prices.as("p");
        assertPostgresql(
                update(PRODUCTS)
                        .set(PRODUCTS.price.to(list.column(PRICE)))
                        .from(list)
                        .where(PRODUCTS.sku.eq(list.column(SKU))),
                "UPDATE products SET price = p.price FROM (VALUES ($1, $2), ($3, $4)) AS p (sku, price) WHERE products.sku = p.sku",
                "a-1",
                new BigDecimal("2.50"),
                "b-7",
                null);
        var common = values(SKU).row("a").asCte("wanted");
        assertPostgresql(
                with(common).select(common.column(SKU)).from(common),
                "WITH wanted (sku) AS (VALUES ($1)) SELECT wanted.sku FROM wanted",
                "a");
    }

    @Test
    void refusesRowsThatDoNotFit() {
        assertRefused(() -> values(), "values(): name at least one field");
        assertRefused(() -> prices.row("a"), "row(…) takes one value for each field [sku, price]: 2, not 1");
        assertRefused(() -> prices.row("a", 1), "row(…): price is numeric, not java.lang.Integer");
        assertRefused(() -> prices.row(value(1), value(BigDecimal.ONE)), "row(…): sku is text, not integer");
        assertRefused(() -> values(SKU, PRICE).tree(), "values(sku, price) has no rows; add one with row(…)");
    }
}
