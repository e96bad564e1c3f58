package io.sluice.safety;

import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Functions.function;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.rowsOf;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.text;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Sql.values;
import static io.sluice.sql.Sql.with;
import static io.sluice.sql.WindowFunctions.partitionBy;
import static io.sluice.sql.WindowFunctions.rowNumber;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.array;
import static io.sluice.type.SqlTypes.enumeration;
import static io.sluice.type.SqlTypes.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.schema.Column;
import io.sluice.schema.Columns;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import io.sluice.sql.Cte;
import io.sluice.sql.Derived;
import io.sluice.sql.Row;
import io.sluice.sql.RowsFunction;
import io.sluice.sql.Select;
import java.util.List;

/** Uses one name wherever a statement takes one. Each place says something that goes wrong if the name is taken for anything else. */
final class NamePlaces {
    private static final String KEY = "zz_key";

    private final OpenDatabase database;
    private final String name;

    NamePlaces(OpenDatabase database, String name) {
        this.database = database;
        this.name = name;
    }

    /** A label of an enum. */
    enum Mood {
        HAPPY
    }

    /** In a table of this name with a column of this name. */
    void everywhere() {
        String quoted = database.quoted(name);
        database.define("CREATE TABLE %s (%s varchar(20), %s integer)".formatted(quoted, quoted, KEY));
        try {
            Table table = tableIn(TableName.of(name));
            changes(table);
            aliases(table);
            labelsAndWindows(table);
            queriesWithNames(table);
        } finally {
            database.define("DROP TABLE " + quoted);
        }
        // H2 takes a table for a common table of the same name
        commonTable();
    }

    private Table tableIn(TableName tableName) {
        return Table.named(tableName, Columns.column(name, varchar(20)), Columns.column(KEY, INTEGER));
    }

    private static Column<Integer> key(Table table) {
        return table.column(KEY, Integer.class);
    }

    private Column<String> named(Table table) {
        return table.column(name, String.class);
    }

    private void changes(Table table) {
        assertThat(database.run(insertInto(table)
                        .values(named(table).to("one"), key(table).to(1))
                        .values(named(table).to("two"), key(table).to(2))
                        .values(named(table).to("three"), key(table).to(3))))
                .isEqualTo(3);
        assertThat(database.run(update(table)
                        .set(named(table).to("second"))
                        .where(named(table).eq("two"))))
                .isEqualTo(1);
        assertThat(database.run(deleteFrom(table).where(named(table).eq("three"))))
                .isEqualTo(1);
        assertThat(database.rows(select(named(table)).from(table).orderBy(key(table))))
                .containsExactly("one", "second");
        assertThat(database.rows(select(table).from(table).orderBy(key(table))))
                .extracting(row -> row.get(name))
                .containsExactly("one", "second");
    }

    private void aliases(Table table) {
        Table alias = table.as(name);
        Table other = table.as("zz_other");
        assertThat(database.rows(select(named(alias), named(other))
                        .from(alias)
                        .leftJoin(other)
                        .on(key(other).eq(key(alias).plus(1)))
                        .where(named(alias).eq("one"))))
                .extracting(row -> row.get(named(other)))
                .containsExactly("second");
    }

    private void labelsAndWindows(Table table) {
        Select<Row> query = select(
                        key(table).plus(10).as(name), rowNumber().over(name).as("zz_number"))
                .from(table)
                .window(name, partitionBy(named(table)))
                .orderBy(key(table).plus(10).as(name).desc());
        assertThat(database.rows(query))
                .extracting(row -> row.get(name, Integer.class))
                .containsExactly(12, 11);
        assertThat(database.rows(select(named(table), count().as("zz_count"))
                        .from(table)
                        .groupBy(named(table))
                        .orderBy(named(table))))
                .extracting(row -> row.get(name))
                .containsExactly("one", "second");
    }

    private void queriesWithNames(Table table) {
        Select<Row> inner = select(named(table), key(table).as("zz_label")).from(table);
        Derived derived = inner.as(name);
        assertThat(database.rows(select(derived.column(named(table)))
                        .from(derived)
                        .orderBy(derived.column("zz_label", INTEGER))))
                .containsExactly("one", "second");
        Cte common = select(key(table).as(name)).from(table).asCte("zz_common");
        assertThat(database.rows(with(common)
                        .select(common.column(name, INTEGER))
                        .from(common)
                        .orderBy(common.column(name, INTEGER))))
                .containsExactly(1, 2);
        var rows =
                values(field(name, INTEGER), field("zz_b", INTEGER)).row(1, 2).as(name);
        assertThat(database.rows(select(rows.column(name, INTEGER)).from(rows))).containsExactly(1);
    }

    private void commonTable() {
        Cte named = select(value(7).as("zz_label")).asCte(name);
        assertThat(database.rows(
                        with(named).select(named.column("zz_label", INTEGER)).from(named)))
                .containsExactly(7);
    }

    /** In a schema of this name. */
    void asSchema() {
        String quoted = database.quoted(name);
        database.define("CREATE SCHEMA " + quoted);
        try {
            database.define("CREATE TABLE %s.%s (%s varchar(20), %s integer)".formatted(quoted, quoted, quoted, KEY));
            Table table = tableIn(TableName.of(name, name));
            changes(table);
            database.define("DROP TABLE %s.%s".formatted(quoted, quoted));
        } finally {
            database.define("DROP SCHEMA " + quoted);
        }
    }

    /** What only PostgreSQL has, or says so. */
    void onPostgresql() {
        String quoted = database.quoted(name);
        database.define(
                "CREATE TABLE zz_constrained (%s integer, CONSTRAINT %s UNIQUE (%s))".formatted(KEY, quoted, KEY));
        database.define("CREATE TYPE %s AS ENUM ('HAPPY')".formatted(quoted));
        database.define("CREATE COLLATION %s FROM \"C\"".formatted(quoted));
        try {
            Table constrained = Table.named("zz_constrained", Columns.column(KEY, INTEGER));
            var insert = insertInto(constrained)
                    .values(key(constrained).to(1))
                    .onConstraint(name)
                    .doNothing();
            assertThat(database.run(insert)).isEqualTo(1);
            assertThat(database.run(insert)).isZero();
            assertThat(database.rows(select(
                            value(Mood.HAPPY, enumeration(name, Mood.class)).cast(TEXT))))
                    .containsExactly("HAPPY");
            assertThat(database.rows(select(value("a").collate(name).lt("b")))).containsExactly(true);
            RowsFunction made = rowsOf("unnest", value(List.of(1, 2), array(INTEGER)))
                    .as(name, field(name, INTEGER))
                    .withOrdinality();
            assertThat(database.rows(
                            select(made.column(name, INTEGER)).from(made).orderBy(made.ordinality())))
                    .containsExactly(1, 2);
            assertThat(database.rows(text("SELECT count(*) FROM pg_constraint WHERE conname = :name")
                            .bind("name", name)
                            .returning(BIGINT)))
                    .containsExactly(1L);
        } finally {
            database.define("DROP TABLE zz_constrained");
            database.define("DROP TYPE " + quoted);
            database.define("DROP COLLATION " + quoted);
        }
    }

    /** As a function, where it can be the name of one. */
    void asFunction() {
        String quoted = database.quoted(name);
        database.define(
                "CREATE FUNCTION public.%s(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 + 1'".formatted(quoted));
        try {
            assertThat(database.rows(select(function("public." + name, INTEGER, value(1)))))
                    .containsExactly(2);
        } finally {
            database.define("DROP FUNCTION public.%s(integer)".formatted(quoted));
        }
    }
}
