package io.sluice.shop;

import static io.sluice.schema.Columns.generated;
import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;

/** Who buys. */
public final class Customers extends Table {
    public static final Customers CUSTOMERS = new Customers(TableName.of("customers"));

    public final Column<Long> id = column("id", BIGINT, primaryKey(), generated());
    public final Column<String> name = column("name", varchar(100), notNull());
    public final Column<String> country = column("country", varchar(2));

    private Customers(TableName name) {
        super(name);
    }

    @Override
    public Customers as(String alias) {
        return new Customers(tableName().as(alias));
    }
}
