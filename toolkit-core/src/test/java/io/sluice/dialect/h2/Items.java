package io.sluice.dialect.h2;

import static io.sluice.schema.Columns.generated;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.BOOLEAN;
import static io.sluice.type.SqlTypes.DATE;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.JSON;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.TIMESTAMPTZ;
import static io.sluice.type.SqlTypes.array;
import static io.sluice.type.SqlTypes.numeric;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import io.sluice.sql.Statement;
import io.sluice.type.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A table with a column of each kind that H2 treats in its own way. */
final class Items extends Table {
    static final Items ITEMS = new Items(TableName.of("items"));

    final Column<Long> id = column("id", BIGINT, primaryKey(), generated());
    final Column<String> name = column("name", varchar(20));
    final Column<Integer> stock = column("stock", INTEGER);
    final Column<BigDecimal> price = column("price", numeric(10, 2));
    final Column<Boolean> active = column("active", BOOLEAN);
    final Column<LocalDate> made = column("made", DATE);
    final Column<Instant> seen = column("seen", TIMESTAMPTZ);
    final Column<Json> doc = column("doc", JSON);
    final Column<List<String>> tags = column("tags", array(TEXT));

    private Items(TableName name) {
        super(name);
    }

    @Override
    public Items as(String alias) {
        return new Items(tableName().as(alias));
    }

    /** A statement's text in H2. */
    static String h2(Statement statement) {
        return statement.sql(io.sluice.Dialects.H2).text();
    }
}
