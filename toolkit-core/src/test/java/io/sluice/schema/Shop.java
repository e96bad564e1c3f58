package io.sluice.schema;

import static io.sluice.schema.Columns.column;
import static io.sluice.schema.Columns.comment;
import static io.sluice.schema.Columns.defaultValue;
import static io.sluice.schema.Columns.generated;
import static io.sluice.schema.Columns.indexed;
import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.schema.Columns.serverDefault;
import static io.sluice.schema.Columns.unique;
import static io.sluice.sql.Functions.now;
import static io.sluice.sql.tree.ReferentialAction.CASCADE;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TIMESTAMPTZ;
import static io.sluice.type.SqlTypes.varchar;

import java.time.Instant;

/** A shop as a user would write it, with most of what a column may say. */
final class Shop {
    static final Customers CUSTOMERS = new Customers(TableName.of("customers"));
    static final Orders ORDERS = new Orders(TableName.of("orders"));

    private Shop() {}

    static final class Customers extends Table {
        final Column<Long> id = column("id", BIGINT, primaryKey(), generated());
        final Column<String> name = column("name", varchar(80), notNull(), comment("as it's written on letters"));
        final Column<String> email = column("email", varchar(200), notNull(), unique());

        private Customers(TableName name) {
            super(name);
            declare(TableComment.of("who buys"));
        }
    }

    static final class Orders extends Table {
        final Column<Long> id = column("id", BIGINT, primaryKey(), generated());
        final Column<Long> customerId =
                column("customer_id", references(() -> CUSTOMERS.id).onDelete(CASCADE), notNull(), indexed());
        final Column<Integer> totalCents = column("total_cents", INTEGER, notNull());
        final Column<String> status = column("status", varchar(32), notNull(), defaultValue("pending"));
        final Column<Instant> createdAt = column("created_at", TIMESTAMPTZ, notNull(), serverDefault(now()));

        private Orders(TableName name) {
            super(name);
            check("total_not_negative", totalCents.ge(0));
            index("ix_orders_status", status, createdAt.desc());
        }

        @Override
        public Orders as(String alias) {
            return new Orders(tableName().as(alias));
        }
    }
}
