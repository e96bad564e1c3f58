package io.sluice.benchmark;

import java.util.List;

/** A million orders, the same on every run. */
final class OrdersTable {

    static final long ROWS = 1_000_000;

    static final List<String> SEED = List.of(
            """
            CREATE TABLE orders (
              id bigint PRIMARY KEY,
              customer_id bigint NOT NULL,
              status varchar(32) NOT NULL,
              total_cents bigint NOT NULL,
              note text NOT NULL,
              created_at timestamptz NOT NULL
            )""",
            """
            INSERT INTO orders
            SELECT n,
                   1 + n * 7919 %% 50000,
                   (ARRAY['pending', 'paid', 'shipped', 'returned'])[1 + n %% 4],
                   100 + n * 104729 %% 1000000,
                   'leave at door ' || n %% 997,
                   timestamptz '2026-01-01 00:00:00Z' + n * interval '7.000013 seconds'
            FROM generate_series(1::bigint, %d) AS n""".formatted(ROWS),
            // All rows visible and frozen: no fork pays for the hint bits that the first reader would write.
            "VACUUM (FREEZE, ANALYZE) orders");

    private OrdersTable() {}
}
