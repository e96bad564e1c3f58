package io.sluice.sql;

import static io.sluice.schema.Columns.generated;
import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.BOOLEAN;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.JSONB;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.TIMESTAMPTZ;
import static io.sluice.type.SqlTypes.TSTZRANGE;
import static io.sluice.type.SqlTypes.TSVECTOR;
import static io.sluice.type.SqlTypes.array;
import static io.sluice.type.SqlTypes.numeric;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import io.sluice.type.Json;
import io.sluice.type.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The tables that tests of statements are about. */
final class Shop {
    static final Customers CUSTOMERS = new Customers(TableName.of("customers"));
    static final Addresses ADDRESSES = new Addresses(TableName.of("addresses"));
    static final Orders ORDERS = new Orders(TableName.of("orders"));
    static final LineItems LINE_ITEMS = new LineItems(TableName.of("line_items"));
    static final Products PRODUCTS = new Products(TableName.of("products"));
    static final Staff STAFF = new Staff(TableName.of("staff"));

    private Shop() {}

    static final class Customers extends Table {
        final Column<Long> id = column("id", BIGINT, primaryKey(), generated());
        final Column<String> name = column("name", varchar(80), notNull());
        final Column<String> email = column("email", TEXT);
        final Column<String> country = column("country", varchar(2), notNull());
        final Column<Boolean> active = column("active", BOOLEAN, notNull());

        private Customers(TableName name) {
            super(name);
        }

        @Override
        public Customers as(String alias) {
            return new Customers(tableName().as(alias));
        }
    }

    static final class Addresses extends Table {
        final Column<Long> id = column("id", BIGINT, primaryKey(), generated());
        final Column<String> city = column("city", TEXT, notNull());

        private Addresses(TableName name) {
            super(name);
        }
    }

    static final class Orders extends Table {
        final Column<Long> id = column("id", BIGINT, primaryKey(), generated());
        final Column<Long> customerId = column("customer_id", references(() -> CUSTOMERS.id), notNull());
        final Column<Long> billedTo = column("billed_to", references(() -> ADDRESSES.id));
        final Column<Long> shippedTo = column("shipped_to", references(() -> ADDRESSES.id));
        final Column<String> status = column("status", varchar(32), notNull());
        final Column<Integer> totalCents = column("total_cents", INTEGER, notNull());
        final Column<String> note = column("note", TEXT);
        final Column<Instant> createdAt = column("created_at", TIMESTAMPTZ, notNull());

        private Orders(TableName name) {
            super(name);
        }

        @Override
        public Orders as(String alias) {
            return new Orders(tableName().as(alias));
        }
    }

    static final class LineItems extends Table {
        final Column<Long> orderId = column("order_id", references(() -> ORDERS.id), primaryKey());
        final Column<Integer> number = column("number", INTEGER, primaryKey());
        final Column<String> sku = column("sku", references(() -> PRODUCTS.sku), notNull());
        final Column<Integer> quantity = column("quantity", INTEGER, notNull());

        private LineItems(TableName name) {
            super(name);
        }
    }

    static final class Products extends Table {
        final Column<String> sku = column("sku", TEXT, primaryKey());
        final Column<String> title = column("title", TEXT, notNull());
        final Column<BigDecimal> price = column("price", numeric(12, 2), notNull());
        final Column<List<String>> tags = column("tags", array(TEXT));
        final Column<Json> attributes = column("attributes", JSONB);
        final Column<Range<Instant>> onSale = column("on_sale", TSTZRANGE);
        final Column<String> searchable = column("searchable", TSVECTOR);

        private Products(TableName name) {
            super(name);
        }
    }

    static final class Staff extends Table {
        final Column<Long> id = column("id", BIGINT, primaryKey());
        final Column<String> name = column("name", TEXT, notNull());
        final Column<Long> bossId = column("boss_id", references(() -> STAFF.id));

        private Staff(TableName name) {
            super(name);
        }

        @Override
        public Staff as(String alias) {
            return new Staff(tableName().as(alias));
        }
    }
}
