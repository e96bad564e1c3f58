package io.sluice.tpch;

import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.character;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;

/** A part of the world. */
final class Region extends Table {
    static final Region REGION = new Region(TableName.of("region"));

    final Column<Long> key = column("r_regionkey", BIGINT, primaryKey());
    final Column<String> name = column("r_name", character(25), notNull());
    final Column<String> comment = column("r_comment", varchar(152), notNull());

    private Region(TableName name) {
        super(name);
    }

    @Override
    public Region as(String alias) {
        return new Region(tableName().as(alias));
    }
}
