package io.sluice.engine;

import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.TIMESTAMPTZ;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import io.sluice.test.database.Template;
import java.time.Instant;

/** As many rows of six columns as one likes, none of which is kept anywhere: a view over numbers. */
final class Readings extends Table {
    static final Readings READINGS = new Readings();

    static Template upTo(long rows) {
        return Template.of("""
            CREATE VIEW reading AS
            SELECT n AS id, n * 7919 %% 50000 AS customer_id, CAST('shipped' AS varchar(32)) AS status, n * 104729 AS cents,
                   'leave at door ' || n AS note, timestamptz '2026-01-01Z' + n * interval '7.000013 seconds' AS created_at
            FROM generate_series(CAST(1 AS bigint), %d) AS n""".formatted(rows));
    }

    final Column<Long> id = column("id", BIGINT);
    final Column<Long> customerId = column("customer_id", BIGINT);
    final Column<String> status = column("status", varchar(32));
    final Column<Long> cents = column("cents", BIGINT);
    final Column<String> note = column("note", TEXT);
    final Column<Instant> createdAt = column("created_at", TIMESTAMPTZ);

    private Readings() {
        super(TableName.of("reading"));
    }
}
