package io.sluice.benchmark.compile;

import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.TIMESTAMPTZ;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import java.time.Instant;

/** The tables of {@link SluiceStatements}, as a program writes them by hand. */
final class Shop {

    static final Customers CUSTOMERS = new Customers();
    static final Orders ORDERS = new Orders();
    static final Products PRODUCTS = new Products();
    static final LineItems LINE_ITEMS = new LineItems();

    private Shop() {}

    static final class Customers extends Table {
        final Column<Long> id = column("id", BIGINT, primaryKey());
        final Column<String> name = column("name", TEXT, notNull());

        private Customers() {
            super(TableName.of("customers"));
        }
    }

    static final class Orders extends Table {
        final Column<Long> id = column("id", BIGINT, primaryKey());
        final Column<Long> customerId = column("customer_id", references(() -> CUSTOMERS.id), notNull());
        final Column<String> status = column("status", TEXT, notNull());
        final Column<Long> totalCents = column("total_cents", BIGINT, notNull());
        final Column<String> note = column("note", TEXT, notNull());
        final Column<Instant> createdAt = column("created_at", TIMESTAMPTZ, notNull());

        private Orders() {
            super(TableName.of("orders"));
        }
    }

    static final class Products extends Table {
        final Column<Long> id = column("id", BIGINT, primaryKey());
        final Column<String> category = column("category", TEXT, notNull());

        private Products() {
            super(TableName.of("products"));
        }
    }

    static final class LineItems extends Table {
        final Column<Long> orderId = column("order_id", references(() -> ORDERS.id), notNull());
        final Column<Long> productId = column("product_id", references(() -> PRODUCTS.id), notNull());
        final Column<Long> cents = column("cents", BIGINT, notNull());

        private LineItems() {
            super(TableName.of("line_items"));
        }
    }
}
