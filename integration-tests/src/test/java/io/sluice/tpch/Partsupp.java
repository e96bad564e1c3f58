package io.sluice.tpch;

import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.tpch.Part.PART;
import static io.sluice.tpch.Supplier.SUPPLIER;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.NUMERIC;
import static io.sluice.type.SqlTypes.numeric;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import io.sluice.sql.Expression;
import java.math.BigDecimal;

/** Which supplier offers which part. */
final class Partsupp extends Table {
    static final Partsupp PARTSUPP = new Partsupp(TableName.of("partsupp"));

    final Column<Long> partKey = column("ps_partkey", references(() -> PART.key), primaryKey());
    final Column<Long> supplierKey = column("ps_suppkey", references(() -> SUPPLIER.key), primaryKey());
    final Column<Integer> available = column("ps_availqty", INTEGER, notNull());
    final Column<BigDecimal> supplyCost = column("ps_supplycost", numeric(15, 2), notNull());
    final Column<String> comment = column("ps_comment", varchar(199), notNull());

    private Partsupp(TableName name) {
        super(name);
    }

    /** What is in stock of it, at cost. */
    Expression<BigDecimal> stockValue() {
        return supplyCost.times(available.cast(NUMERIC));
    }

    @Override
    public Partsupp as(String alias) {
        return new Partsupp(tableName().as(alias));
    }
}
