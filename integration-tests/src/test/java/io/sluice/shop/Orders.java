package io.sluice.shop;

import static io.sluice.schema.Columns.generated;
import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.shop.Customers.CUSTOMERS;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TIMESTAMPTZ;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import java.time.Instant;

/** What was bought. */
public final class Orders extends Table {
    public static final Orders ORDERS = new Orders(TableName.of("orders"));

    public final Column<Long> id = column("id", BIGINT, primaryKey(), generated());
    public final Column<Long> customerId = column("customer_id", references(() -> CUSTOMERS.id), notNull());
    public final Column<Integer> totalCents = column("total_cents", INTEGER, notNull());
    public final Column<String> status = column("status", varchar(32), notNull());
    public final Column<Instant> createdAt = column("created_at", TIMESTAMPTZ, notNull());

    private Orders(TableName name) {
        super(name);
    }

    @Override
    public Orders as(String alias) {
        return new Orders(tableName().as(alias));
    }
}
