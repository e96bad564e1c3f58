package io.sluice.examples.quickstart;

import static io.sluice.schema.Columns.generated;
import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;

/** Who buys: a table is a class, its columns are fields, and each knows the type of its values. */
final class Customers extends Table {
    static final Customers CUSTOMERS = new Customers(TableName.of("customers"));

    final Column<Long> id = column("id", BIGINT, primaryKey(), generated());
    final Column<String> name = column("name", varchar(100), notNull());

    private Customers(TableName name) {
        super(name);
    }

    @Override
    public Customers as(String alias) {
        return new Customers(tableName().as(alias));
    }
}
