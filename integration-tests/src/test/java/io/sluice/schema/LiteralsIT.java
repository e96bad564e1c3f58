package io.sluice.schema;

import static io.sluice.schema.Columns.column;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.serverDefault;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.BOOLEAN;
import static io.sluice.type.SqlTypes.BYTEA;
import static io.sluice.type.SqlTypes.DATE;
import static io.sluice.type.SqlTypes.DATERANGE;
import static io.sluice.type.SqlTypes.DOUBLE;
import static io.sluice.type.SqlTypes.INET;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.INTERVAL;
import static io.sluice.type.SqlTypes.JSONB;
import static io.sluice.type.SqlTypes.NUMERIC;
import static io.sluice.type.SqlTypes.REAL;
import static io.sluice.type.SqlTypes.SMALLINT;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.TIME;
import static io.sluice.type.SqlTypes.TIMESTAMP;
import static io.sluice.type.SqlTypes.TIMESTAMPTZ;
import static io.sluice.type.SqlTypes.UUID_TYPE;
import static io.sluice.type.SqlTypes.array;
import static io.sluice.type.SqlTypes.enumeration;
import static io.sluice.type.SqlTypes.numeric;
import static io.sluice.type.SqlTypes.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Engine;
import io.sluice.sql.Query;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import io.sluice.type.Interval;
import io.sluice.type.Json;
import io.sluice.type.Range;
import io.sluice.type.SqlType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A value inside a definition is the value that comes back. */
@Timeout(60)
class LiteralsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<Grade> GRADES = List.of(Grade.FINE, Grade.BROKEN);

    private record Sample<T>(SqlType<T> type, T value) {
        ColumnDefinition<T> column(int i) {
            return Columns.column("c" + i, type, serverDefault(value));
        }
    }

    @ParameterizedTest
    @EnumSource
    void comeBackAsTheyWere(TestServer server) {
        List<Sample<?>> samples = new ArrayList<>(everywhere());
        if (server != TestServer.MARIADB) {
            samples.add(new Sample<>(array(TEXT), List.of("a'b", "c\\d", ";", "")));
            samples.add(new Sample<>(array(BIGINT), List.of(1L, -2L)));
            samples.add(new Sample<>(array(INTEGER), List.of()));
            samples.add(new Sample<>(DOUBLE, Double.NaN));
            samples.add(new Sample<>(DOUBLE, Double.NEGATIVE_INFINITY));
        }
        if (server == TestServer.POSTGRESQL) {
            samples.add(new Sample<>(INTERVAL, new Interval(14, -3, 4_500_000)));
            samples.add(new Sample<>(DATERANGE, Range.of(LocalDate.of(2024, 1, 1), null)));
            samples.add(new Sample<>(INET, "10.1.0.0/16"));
            samples.add(new Sample<>(array(enumeration("grade", Grade.class)), GRADES));
        }
        requireKept(server, samples);
    }

    private static List<Sample<?>> everywhere() {
        return List.of(
                new Sample<>(BOOLEAN, false),
                new Sample<>(SMALLINT, Short.MIN_VALUE),
                new Sample<>(INTEGER, -7),
                new Sample<>(BIGINT, Long.MIN_VALUE),
                new Sample<>(BIGINT, Long.MAX_VALUE),
                new Sample<>(NUMERIC, new BigDecimal("-12345678901234567890.123456789")),
                new Sample<>(numeric(10, 0), new BigDecimal("5")),
                new Sample<>(REAL, 1.1f),
                new Sample<>(DOUBLE, 0.1),
                new Sample<>(DOUBLE, -1e300),
                new Sample<>(varchar(80), Depot.HOSTILE),
                new Sample<>(TEXT, Depot.HOSTILE),
                new Sample<>(BYTEA, new byte[] {0, -1, 39, 92}),
                new Sample<>(DATE, LocalDate.of(2024, 2, 29)),
                new Sample<>(TIME, LocalTime.of(23, 59, 59, 123_456_000)),
                new Sample<>(TIMESTAMP, LocalDateTime.of(2024, 2, 29, 1, 2, 3, 456_789_000)),
                new Sample<>(TIMESTAMPTZ, Instant.parse("2024-03-31T01:30:00.000001Z")),
                new Sample<>(UUID_TYPE, UUID.fromString("00000000-0000-4000-8000-0123456789ab")),
                new Sample<>(JSONB, new Json("\"it's; a \\\\\"")),
                new Sample<>(enumeration("grade", Grade.class), Grade.WORN),
                new Sample<>(
                        BIGINT.map(Duration.class, Duration::ofSeconds, Duration::toSeconds), Duration.ofHours(1)));
    }

    private static void requireKept(TestServer server, List<Sample<?>> samples) {
        List<ColumnDefinition<?>> columns = new ArrayList<>();
        columns.add(column("id", INTEGER, primaryKey(), serverDefault(1)));
        for (int i = 0; i < samples.size(); i++) {
            columns.add(samples.get(i).column(i));
        }
        Table table = Table.named("kept", columns.toArray(ColumnDefinition<?>[]::new));
        TestDatabase database = server.database();
        Engine engine = Engine.create(database.url(), options -> options.poolSize(1));
        try {
            engine.execute(Metadata.of(table).createAll()).done().block(PATIENCE);
            engine.execute(insertInto(table).defaultValues()).done().block(PATIENCE);
            for (int i = 0; i < samples.size(); i++) {
                requireEqual(engine, table, table.columns().get(i + 1), samples.get(i));
            }
        } finally {
            engine.close().block(PATIENCE);
            database.close();
        }
    }

    /** The database compares it with the value that is sent, and where it can be read it is. */
    @SuppressWarnings("unchecked") // the column was made of the sample
    private static <T> void requireEqual(Engine engine, Table table, Column<?> column, Sample<T> sample) {
        Column<T> kept = (Column<T>) column;
        if (isComparable(sample)) {
            assertThat(one(engine, select(count()).from(table).where(kept.eq(sample.value()))))
                    .as(kept.toString() + " " + sample)
                    .isEqualTo(1L);
        }
        if (isReadable(sample)) {
            assertThat((Object) one(engine, select(kept).from(table)))
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .withComparatorForType(Double::compare, Double.class)
                    .isEqualTo(sample.value());
        }
    }

    /** What MariaDB keeps of a float is nearly that; H2 does not compare a parameter with an enum, nor JSON with anything. */
    private static boolean isComparable(Sample<?> sample) {
        return switch (sample.type().family()) {
            case FLOAT, JSON, ENUM -> false;
            default -> true;
        };
    }

    private static boolean isReadable(Sample<?> sample) {
        return switch (sample.type().kind()) {
            case INTERVAL, DATERANGE, INET -> false;
            case ARRAY -> !sample.value().equals(GRADES);
            default -> true;
        };
    }

    private static <T> T one(Engine engine, Query<T> query) {
        return engine.execute(query).one().blockOptional(PATIENCE).orElseThrow();
    }
}
