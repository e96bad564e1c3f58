package io.sluice.sql;

import static io.sluice.schema.Columns.defaultValue;
import static io.sluice.schema.Columns.defaultValueFrom;
import static io.sluice.schema.Columns.onUpdate;
import static io.sluice.schema.Columns.onUpdateFrom;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.sql.Functions.now;
import static io.sluice.sql.Sql.bind;
import static io.sluice.sql.Sql.cell;
import static io.sluice.sql.Sql.excluded;
import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.mergeInto;
import static io.sluice.sql.Sql.param;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.values;
import static io.sluice.sql.SqlAssertion.assertH2;
import static io.sluice.sql.SqlAssertion.assertPostgresql;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.TIMESTAMPTZ;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.Dialects;
import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SentDefaultsTest {
    private final AtomicLong numbers = new AtomicLong();
    private final Notes notes = new Notes(numbers::incrementAndGet);

    /** A table of which the toolkit fills in what a statement does not mention. */
    private static final class Notes extends Table {
        final Column<Long> id;
        final Column<String> body = column("body", TEXT);
        final Column<String> state = column("state", TEXT, defaultValue("new"));
        final Column<Instant> changedAt = column("changed_at", TIMESTAMPTZ, onUpdate(now()));
        final Column<Long> change;

        Notes(java.util.function.Supplier<Long> numbers) {
            super(TableName.of("notes"));
            id = column("id", BIGINT, primaryKey(), defaultValueFrom(numbers));
            change = column("change", BIGINT, onUpdateFrom(numbers));
        }
    }

    @Test
    void areSentForColumnsThatAnInsertDoesNotMention() {
        assertPostgresql(
                insertInto(notes).values(notes.body.to("x")),
                "INSERT INTO notes (body, state, id) VALUES ($1, $2, $3)",
                "x",
                "new",
                1L);
    }

    @Test
    void areNotSentForColumnsThatItMentions() {
        assertPostgresql(
                insertInto(notes).values(notes.id.to(7L), notes.state.toNull()),
                "INSERT INTO notes (id, state) VALUES ($1, $2)",
                7L,
                null);
        assertPostgresql(
                insertInto(notes).values(notes.id.to(7L), notes.state.toDefault()),
                "INSERT INTO notes (id, state) VALUES ($1, DEFAULT)",
                7L);
        assertThat(numbers).hasValue(0);
    }

    @Test
    void areMadeOnceForEachRowEachTimeAStatementRuns() {
        var insert = insertInto(notes).rows(List.of("x", "y"), cell(notes.body, body -> body));
        assertPostgresql(
                insert,
                "INSERT INTO notes (body, state, id) VALUES ($1, $2, $3), ($4, $5, $6)",
                "x",
                "new",
                1L,
                "y",
                "new",
                2L);
        assertThat(insert.sql(Dialects.MARIADB).parameters()).containsExactly("x", "new", 3L, "y", "new", 4L);
        assertThat(numbers).hasValue(4);
    }

    @Test
    void areSentWithARowOfDefaults() {
        assertPostgresql(insertInto(notes).defaultValues(), "INSERT INTO notes (state, id) VALUES ($1, $2)", "new", 1L);
    }

    @Test
    void areSelectedWithTheRowsOfAQueryIfTheyAreTheSameForAll() {
        var query = select(notes.id, notes.body).from(notes);
        assertPostgresql(
                insertInto(notes).columns(notes.id, notes.body).from(query),
                "INSERT INTO notes (id, body, state) SELECT notes.id, notes.body, $1 FROM notes",
                "new");
        assertRefused(
                () -> insertInto(notes)
                        .columns(notes.body)
                        .from(select(notes.body).from(notes)),
                "from(…): notes.id has a default that is made for each row, and these rows are made in the database; set it there");
        assertRefused(
                () -> insertInto(notes).columns(notes.id, notes.body).from(query.unionAll(query)),
                "from(…): state has a default, and this query cannot be given one column more; name it in columns(…) and select a value for it");
    }

    @Test
    void areMadeForEachSetOfABatch() {
        var body = param("body", TEXT);
        var batch = insertInto(notes)
                .values(notes.body.to(body), notes.state.to("old"))
                .forEach(List.of("x", "y"), bind(body, text -> text));
        assertThat(batch.sql(Dialects.H2).parameters()).contains(1L, 2L, "x", "y");
        assertThat(batch.sql(Dialects.POSTGRESQL).parameters()).contains(List.of(1L, 2L));
    }

    @Test
    void areSetByAnUpdateThatDoesNotMentionThem() {
        assertPostgresql(
                update(notes).set(notes.body.to("x")).where(notes.id.eq(1L)),
                "UPDATE notes SET body = $1, changed_at = CURRENT_TIMESTAMP, change = $2 WHERE notes.id = $3",
                "x",
                1L,
                1L);
        assertPostgresql(
                update(notes).set(notes.changedAt.toNull(), notes.change.to(5L)).where(notes.id.eq(1L)),
                "UPDATE notes SET changed_at = $1, change = $2 WHERE notes.id = $3",
                null,
                5L,
                1L);
    }

    @Test
    void areSetByAnUpsertToo() {
        assertPostgresql(
                insertInto(notes)
                        .values(notes.id.to(7L), notes.body.to("x"))
                        .onConflict(notes.id)
                        .doUpdate(notes.body.to(excluded(notes.body)), notes.change.to(2L)),
                "INSERT INTO notes (id, body, state) VALUES ($1, $2, $3)"
                        + " ON CONFLICT (id) DO UPDATE SET body = excluded.body, change = $4, changed_at = CURRENT_TIMESTAMP",
                7L,
                "x",
                "new",
                2L);
    }

    @Test
    void areSentByTheBranchesOfAMerge() {
        var id = field("id", BIGINT);
        var source = values(id).row(7L).as("v");
        var merge = mergeInto(notes).using(source).on(notes.id.eq(source.column(id)));
        assertPostgresql(
                merge.whenMatched()
                        .thenUpdate(notes.body.to("x"), notes.change.to(2L))
                        .whenNotMatched()
                        .thenInsert(notes.id.to(source.column(id))),
                "MERGE INTO notes USING (VALUES ($1)) AS v (id) ON notes.id = v.id"
                        + " WHEN MATCHED THEN UPDATE SET body = $2, change = $3, changed_at = CURRENT_TIMESTAMP"
                        + " WHEN NOT MATCHED THEN INSERT (id, state) VALUES (v.id, $4)",
                7L,
                "x",
                2L,
                "new");
        assertRefused(
                () -> merge.whenNotMatched().thenInsert(notes.body.to("x")),
                "thenInsert(…): notes.id has a default that is made for each row, and these rows are made in the database; set it there");
    }

    @Test
    void mustFitTheirColumn() {
        var broken = new Notes(SqlAssertion::absent);
        assertRefused(
                () -> insertInto(broken).values(broken.body.to("x")).sql(Dialects.POSTGRESQL),
                "notes.id: the supplier of its default gave null, and its values are java.lang.Long");
    }

    @Test
    void leaveStatementsEqual() {
        assertThat(insertInto(notes).values(notes.body.to("x")))
                .isEqualTo(insertInto(notes).values(notes.body.to("x")));
        assertH2(
                insertInto(notes).values(notes.body.to("x"), notes.id.to(1L)),
                "INSERT INTO notes (body, id, state) VALUES (?1, ?2, ?3)",
                "x",
                1L,
                "new");
    }
}
