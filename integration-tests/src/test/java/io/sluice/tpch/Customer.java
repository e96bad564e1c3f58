package io.sluice.tpch;

import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.tpch.Nation.NATION;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.character;
import static io.sluice.type.SqlTypes.numeric;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import java.math.BigDecimal;

/** Who buys. */
final class Customer extends Table {
    static final Customer CUSTOMER = new Customer(TableName.of("customer"));

    final Column<Long> key = column("c_custkey", BIGINT, primaryKey());
    final Column<String> name = column("c_name", varchar(25), notNull());
    final Column<String> address = column("c_address", varchar(40), notNull());
    final Column<Long> nationKey = column("c_nationkey", references(() -> NATION.key), notNull());
    final Column<String> phone = column("c_phone", character(15), notNull());
    final Column<BigDecimal> balance = column("c_acctbal", numeric(15, 2), notNull());
    final Column<String> segment = column("c_mktsegment", character(10), notNull());
    final Column<String> comment = column("c_comment", varchar(117), notNull());

    private Customer(TableName name) {
        super(name);
    }

    @Override
    public Customer as(String alias) {
        return new Customer(tableName().as(alias));
    }
}
