package io.sluice.benchmark.compile;

import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;

/** The statements as a program on jOOQ writes them: tables and columns are constants, statements are built with their values. */
final class JooqStatements {

    private static final Table<Record> CUSTOMERS = table(name("customers"));
    private static final Field<Long> CUSTOMER_ID = field(name("customers", "id"), Long.class);
    private static final Field<String> CUSTOMER_NAME = field(name("customers", "name"), String.class);

    private static final Table<Record> ORDERS = table(name("orders"));
    private static final Field<Long> ORDER_ID = field(name("orders", "id"), Long.class);
    private static final Field<Long> ORDER_CUSTOMER_ID = field(name("orders", "customer_id"), Long.class);
    private static final Field<String> ORDER_STATUS = field(name("orders", "status"), String.class);
    private static final Field<Long> ORDER_TOTAL_CENTS = field(name("orders", "total_cents"), Long.class);
    private static final Field<String> ORDER_NOTE = field(name("orders", "note"), String.class);
    private static final Field<Instant> ORDER_CREATED_AT = field(name("orders", "created_at"), Instant.class);

    private static final Table<Record> LINE_ITEMS = table(name("line_items"));
    private static final Field<Long> LINE_ITEM_ORDER_ID = field(name("line_items", "order_id"), Long.class);
    private static final Field<Long> LINE_ITEM_PRODUCT_ID = field(name("line_items", "product_id"), Long.class);
    private static final Field<Long> LINE_ITEM_CENTS = field(name("line_items", "cents"), Long.class);

    private static final Table<Record> PRODUCTS = table(name("products"));
    private static final Field<Long> PRODUCT_ID = field(name("products", "id"), Long.class);
    private static final Field<String> PRODUCT_CATEGORY = field(name("products", "category"), String.class);

    private JooqStatements() {}

    static Select<?> orderByKey(long id) {
        return select(ORDER_ID, ORDER_CUSTOMER_ID, ORDER_STATUS, ORDER_TOTAL_CENTS, ORDER_NOTE, ORDER_CREATED_AT)
                .from(ORDERS)
                .where(ORDER_ID.eq(id));
    }

    static Select<?> revenueByCustomerAndCategory(Instant since, String status, long atLeastCents) {
        return select(
                        CUSTOMER_NAME,
                        PRODUCT_CATEGORY,
                        countDistinct(ORDER_ID).as("orders"),
                        sum(LINE_ITEM_CENTS).as("cents"))
                .from(CUSTOMERS)
                .join(ORDERS)
                .on(ORDER_CUSTOMER_ID.eq(CUSTOMER_ID))
                .join(LINE_ITEMS)
                .on(LINE_ITEM_ORDER_ID.eq(ORDER_ID))
                .join(PRODUCTS)
                .on(PRODUCT_ID.eq(LINE_ITEM_PRODUCT_ID))
                .where(ORDER_CREATED_AT.ge(since), ORDER_STATUS.eq(status))
                .groupBy(CUSTOMER_ID, CUSTOMER_NAME, PRODUCT_CATEGORY)
                .having(sum(LINE_ITEM_CENTS).gt(BigDecimal.valueOf(atLeastCents)))
                .orderBy(sum(LINE_ITEM_CENTS).desc(), CUSTOMER_NAME.asc());
    }
}
