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

/** Who delivers. */
final class Supplier extends Table {
    static final Supplier SUPPLIER = new Supplier(TableName.of("supplier"));

    final Column<Long> key = column("s_suppkey", BIGINT, primaryKey());
    final Column<String> name = column("s_name", character(25), notNull());
    final Column<String> address = column("s_address", varchar(40), notNull());
    final Column<Long> nationKey = column("s_nationkey", references(() -> NATION.key), notNull());
    final Column<String> phone = column("s_phone", character(15), notNull());
    final Column<BigDecimal> balance = column("s_acctbal", numeric(15, 2), notNull());
    final Column<String> comment = column("s_comment", varchar(101), notNull());

    private Supplier(TableName name) {
        super(name);
    }

    @Override
    public Supplier as(String alias) {
        return new Supplier(tableName().as(alias));
    }
}
