package io.sluice.examples.quickstart;

import static io.sluice.examples.quickstart.Customers.CUSTOMERS;
import static io.sluice.schema.Columns.generated;
import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;

/** What was bought; the foreign key is how joins find their way by themselves. */
final class Orders extends Table {
    static final Orders ORDERS = new Orders(TableName.of("orders"));

    final Column<Long> id = column("id", BIGINT, primaryKey(), generated());
    final Column<Long> customerId = column("customer_id", references(() -> CUSTOMERS.id), notNull());
    final Column<Integer> totalCents = column("total_cents", INTEGER, notNull());
    final Column<String> status = column("status", varchar(32), notNull());

    private Orders(TableName name) {
        super(name);
    }

    @Override
    public Orders as(String alias) {
        return new Orders(tableName().as(alias));
    }
}
