package io.sluice.tpch;

import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.tpch.Customer.CUSTOMER;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.DATE;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.character;
import static io.sluice.type.SqlTypes.numeric;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What customers ordered. */
final class Orders extends Table {
    static final Orders ORDERS = new Orders(TableName.of("orders"));

    final Column<Long> key = column("o_orderkey", BIGINT, primaryKey());
    final Column<Long> customerKey = column("o_custkey", references(() -> CUSTOMER.key), notNull());
    final Column<String> status = column("o_orderstatus", character(1), notNull());
    final Column<BigDecimal> totalPrice = column("o_totalprice", numeric(15, 2), notNull());
    final Column<LocalDate> date = column("o_orderdate", DATE, notNull());
    final Column<String> priority = column("o_orderpriority", character(15), notNull());
    final Column<String> clerk = column("o_clerk", character(15), notNull());
    final Column<Integer> shipPriority = column("o_shippriority", INTEGER, notNull());
    final Column<String> comment = column("o_comment", varchar(79), notNull());

    private Orders(TableName name) {
        super(name);
    }

    @Override
    public Orders as(String alias) {
        return new Orders(tableName().as(alias));
    }
}
