package io.sluice.tpch;

import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.tpch.Region.REGION;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.character;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;

/** Where customers and suppliers are. */
final class Nation extends Table {
    static final Nation NATION = new Nation(TableName.of("nation"));

    final Column<Long> key = column("n_nationkey", BIGINT, primaryKey());
    final Column<String> name = column("n_name", character(25), notNull());
    final Column<Long> regionKey = column("n_regionkey", references(() -> REGION.key), notNull());
    final Column<String> comment = column("n_comment", varchar(152), notNull());

    private Nation(TableName name) {
        super(name);
    }

    @Override
    public Nation as(String alias) {
        return new Nation(tableName().as(alias));
    }
}
