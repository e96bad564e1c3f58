package io.sluice.sql;

import static io.sluice.schema.Columns.column;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.type.SqlTypes.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.Dialects;
import io.sluice.schema.Column;
import io.sluice.schema.Table;
import org.junit.jupiter.api.Test;

class JoinConditionTest {
    private static final Table STOCK =
            Table.named("stock", column("shop", BIGINT, primaryKey()), column("sku", BIGINT));
    private static final Table SALE = Table.named("sale", column("shop", BIGINT), column("sku", BIGINT));
    private static final Column<Long> STOCK_SHOP = STOCK.column("shop", Long.class);
    private static final Column<Long> STOCK_SKU = STOCK.column("sku", Long.class);
    private static final Column<Long> SALE_SHOP = SALE.column("shop", Long.class);
    private static final Column<Long> SALE_SKU = SALE.column("sku", Long.class);
    private static final Condition SAME_SHOP = SALE_SHOP.eq(STOCK_SHOP);
    private static final Condition SAME_SKU = SALE_SKU.eq(STOCK_SKU);

    @Test
    void takesSeveralConditionsWhichMustAllHold() {
        var joined = select(STOCK_SHOP).from(STOCK).join(SALE).on(SAME_SHOP, SAME_SKU, SALE_SKU.gt(1L));

        assertThat(joined.sql(Dialects.POSTGRESQL).text())
                .isEqualTo("SELECT stock.shop FROM stock"
                        + " JOIN sale ON sale.shop = stock.shop AND sale.sku = stock.sku AND sale.sku > $1");
    }

    @Test
    void addsWhatIsSaidInASecondCall() {
        var once = select(STOCK_SHOP).from(STOCK).join(SALE).on(SAME_SHOP, SAME_SKU.or(SALE_SKU.isNull()));
        var twice = select(STOCK_SHOP).from(STOCK).join(SALE).on(SAME_SHOP).on(SAME_SKU.or(SALE_SKU.isNull()));

        assertThat(twice.sql(Dialects.POSTGRESQL)).isEqualTo(once.sql(Dialects.POSTGRESQL));
        assertThat(twice.sql(Dialects.POSTGRESQL).text())
                .isEqualTo("SELECT stock.shop FROM stock"
                        + " JOIN sale ON sale.shop = stock.shop AND (sale.sku = stock.sku OR sale.sku IS NULL)");
    }

    @Test
    void servesUpdateAndDeleteInTheSameWay() {
        Table other = SALE.as("other");
        var update = update(STOCK)
                .set(STOCK_SKU.to(1L))
                .from(SALE)
                .join(other)
                .on(
                        other.column(SALE_SHOP).eq(SALE_SHOP),
                        other.column(SALE_SKU).eq(SALE_SKU))
                .where(SAME_SHOP);
        var delete = deleteFrom(STOCK)
                .using(SALE)
                .join(other)
                .on(
                        other.column(SALE_SHOP).eq(SALE_SHOP),
                        other.column(SALE_SKU).eq(SALE_SKU))
                .where(SAME_SHOP);

        assertThat(update.sql(Dialects.POSTGRESQL).text())
                .isEqualTo("UPDATE stock SET sku = $1 FROM sale"
                        + " JOIN sale AS other ON other.shop = sale.shop AND other.sku = sale.sku"
                        + " WHERE sale.shop = stock.shop");
        assertThat(delete.sql(Dialects.POSTGRESQL).text())
                .isEqualTo("DELETE FROM stock USING sale"
                        + " JOIN sale AS other ON other.shop = sale.shop AND other.sku = sale.sku"
                        + " WHERE sale.shop = stock.shop");
    }

    @Test
    void belongsRightAfterAJoin() {
        var unjoined = select(STOCK_SHOP).from(STOCK);

        assertThatThrownBy(() -> unjoined.on(SAME_SHOP))
                .isInstanceOf(StatementException.class)
                .hasMessage("on(…) belongs right after a join; there is none here");
    }
}
