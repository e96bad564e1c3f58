package io.sluice.benchmark.engine;

import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.TIMESTAMPTZ;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import java.time.Instant;

/** The table of the scenarios, as a program on Sluice writes it by hand. */
final class OrdersTable extends Table {

    static final OrdersTable ORDERS = new OrdersTable();

    final Column<Long> id = column("id", BIGINT, primaryKey());
    final Column<Long> customerId = column("customer_id", BIGINT, notNull());
    final Column<String> status = column("status", varchar(32), notNull());
    final Column<Long> totalCents = column("total_cents", BIGINT, notNull());
    final Column<String> note = column("note", TEXT, notNull());
    final Column<Instant> createdAt = column("created_at", TIMESTAMPTZ, notNull());

    private OrdersTable() {
        super(TableName.of("orders"));
    }
}
