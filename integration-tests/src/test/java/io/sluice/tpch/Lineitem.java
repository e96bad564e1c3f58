package io.sluice.tpch;

import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.sql.Sql.value;
import static io.sluice.tpch.Orders.ORDERS;
import static io.sluice.tpch.Part.PART;
import static io.sluice.tpch.Partsupp.PARTSUPP;
import static io.sluice.tpch.Supplier.SUPPLIER;
import static io.sluice.type.SqlTypes.DATE;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.character;
import static io.sluice.type.SqlTypes.numeric;
import static io.sluice.type.SqlTypes.varchar;
import static java.math.BigDecimal.ONE;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import io.sluice.sql.Expression;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The lines of orders. */
final class Lineitem extends Table {
    static final Lineitem LINEITEM = new Lineitem(TableName.of("lineitem"));

    final Column<Long> orderKey = column("l_orderkey", references(() -> ORDERS.key), primaryKey());
    final Column<Long> partKey = column("l_partkey", references(() -> PART.key), notNull());
    final Column<Long> supplierKey = column("l_suppkey", references(() -> SUPPLIER.key), notNull());
    final Column<Integer> number = column("l_linenumber", INTEGER, primaryKey());
    final Column<BigDecimal> quantity = column("l_quantity", numeric(15, 2), notNull());
    final Column<BigDecimal> price = column("l_extendedprice", numeric(15, 2), notNull());
    final Column<BigDecimal> discount = column("l_discount", numeric(15, 2), notNull());
    final Column<BigDecimal> tax = column("l_tax", numeric(15, 2), notNull());
    final Column<String> returnFlag = column("l_returnflag", character(1), notNull());
    final Column<String> status = column("l_linestatus", character(1), notNull());
    final Column<LocalDate> shipDate = column("l_shipdate", DATE, notNull());
    final Column<LocalDate> commitDate = column("l_commitdate", DATE, notNull());
    final Column<LocalDate> receiptDate = column("l_receiptdate", DATE, notNull());
    final Column<String> shipInstruction = column("l_shipinstruct", character(25), notNull());
    final Column<String> shipMode = column("l_shipmode", character(10), notNull());
    final Column<String> comment = column("l_comment", varchar(44), notNull());

    private Lineitem(TableName name) {
        super(name);
        foreignKey(List.of(partKey, supplierKey), () -> List.of(PARTSUPP.partKey, PARTSUPP.supplierKey));
    }

    /** What is paid for the line before tax. */
    Expression<BigDecimal> revenue() {
        return price.times(value(ONE).minus(discount));
    }

    @Override
    public Lineitem as(String alias) {
        return new Lineitem(tableName().as(alias));
    }
}
