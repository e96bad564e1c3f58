package io.sluice.tpch;

import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.character;
import static io.sluice.type.SqlTypes.numeric;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import java.math.BigDecimal;

/** What is sold. */
final class Part extends Table {
    static final Part PART = new Part(TableName.of("part"));

    final Column<Long> key = column("p_partkey", BIGINT, primaryKey());
    final Column<String> name = column("p_name", varchar(55), notNull());
    final Column<String> manufacturer = column("p_mfgr", character(25), notNull());
    final Column<String> brand = column("p_brand", character(10), notNull());
    final Column<String> type = column("p_type", varchar(25), notNull());
    final Column<Integer> size = column("p_size", INTEGER, notNull());
    final Column<String> container = column("p_container", character(10), notNull());
    final Column<BigDecimal> retailPrice = column("p_retailprice", numeric(15, 2), notNull());
    final Column<String> comment = column("p_comment", varchar(23), notNull());

    private Part(TableName name) {
        super(name);
    }

    @Override
    public Part as(String alias) {
        return new Part(tableName().as(alias));
    }
}
