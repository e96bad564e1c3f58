package io.sluice.batch;

import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.BOOLEAN;
import static io.sluice.type.SqlTypes.BYTEA;
import static io.sluice.type.SqlTypes.DATE;
import static io.sluice.type.SqlTypes.DOUBLE;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.JSON;
import static io.sluice.type.SqlTypes.SMALLINT;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.TIME;
import static io.sluice.type.SqlTypes.TIMESTAMP;
import static io.sluice.type.SqlTypes.TIMESTAMPTZ;
import static io.sluice.type.SqlTypes.UUID_TYPE;
import static io.sluice.type.SqlTypes.numeric;
import static io.sluice.type.SqlTypes.varchar;
import static java.util.stream.Collectors.joining;

import io.sluice.dialect.Dialect;
import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import io.sluice.test.database.Template;
import io.sluice.type.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import java.util.stream.Stream;

/** A column of each type that every database has. */
final class Volumes extends Table {
    static final Volumes VOLUME = new Volumes(TableName.of("volume"));

    final Column<Long> id = column("id", BIGINT, primaryKey());
    final Column<String> title = column("title", varchar(200), notNull());
    final Column<Integer> pages = column("pages", INTEGER);
    final Column<BigDecimal> price = column("price", numeric(10, 2));
    final Column<Boolean> inPrint = column("in_print", BOOLEAN);
    final Column<Short> edition = column("edition", SMALLINT);
    final Column<Double> weight = column("weight", DOUBLE);
    final Column<String> blurb = column("blurb", TEXT);
    final Column<LocalDate> published = column("published", DATE);
    final Column<LocalTime> readAt = column("read_at", TIME);
    final Column<LocalDateTime> bound = column("bound", TIMESTAMP);
    final Column<Instant> added = column("added", TIMESTAMPTZ);
    final Column<UUID> code = column("code", UUID_TYPE);
    final Column<byte[]> cover = column("cover", BYTEA);
    final Column<Json> details = column("details", JSON);

    private Volumes(TableName name) {
        super(name);
    }

    @Override
    public Volumes as(String alias) {
        return new Volumes(tableName().as(alias));
    }

    static Template template(Dialect dialect) {
        Stream<Column<?>> columns = VOLUME.columns().stream();
        return Template.of("CREATE TABLE volume (%s, PRIMARY KEY (id))"
                .formatted(columns.map(column -> definition(column, dialect)).collect(joining(", "))));
    }

    /** Without NULL, an older MariaDB fills a timestamp by itself. */
    private static String definition(Column<?> column, Dialect dialect) {
        boolean isKey = column.name().equals("id") || column.name().equals("title");
        return column.name() + " " + dialect.typeName(column.type()) + (isKey ? " NOT NULL" : " NULL");
    }
}
