package io.sluice.dialect.h2;

import static io.sluice.dialect.h2.Items.ITEMS;
import static io.sluice.dialect.h2.Items.h2;
import static io.sluice.sql.Aggregates.stringAgg;
import static io.sluice.sql.Functions.atTimeZone;
import static io.sluice.sql.Functions.coalesce;
import static io.sluice.sql.Functions.dateTrunc;
import static io.sluice.sql.Functions.extract;
import static io.sluice.sql.Functions.random;
import static io.sluice.sql.Functions.replace;
import static io.sluice.sql.Operators.array;
import static io.sluice.sql.Sql.caseWhen;
import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.nullValue;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.tuple;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Sql.values;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.JSON;
import static io.sluice.type.SqlTypes.NUMERIC;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.character;
import static io.sluice.type.SqlTypes.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.Dialects;
import io.sluice.sql.Expression;
import io.sluice.sql.Selectable;
import io.sluice.sql.SqlText;
import io.sluice.sql.tree.DateField;
import io.sluice.type.Interval;
import io.sluice.type.Json;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class H2ExpressionTest {

    @Nested
    class Values {

        @Test
        void stayBareBesideWhatSaysTheirType() {
            SqlText sql = select(ITEMS.id)
                    .from(ITEMS)
                    .where(ITEMS.stock.between(1, 9), ITEMS.name.like("a%"), ITEMS.stock.isDistinctFrom(5))
                    .limit(3)
                    .offset(6)
                    .sql(Dialects.H2);

            assertThat(sql.text())
                    .isEqualTo("SELECT items.id FROM items WHERE items.stock BETWEEN ?1 AND ?2 AND items.name LIKE ?3"
                            + " AND items.stock IS DISTINCT FROM ?4 LIMIT ?5 OFFSET ?6");
            assertThat(sql.parameters()).containsExactly(1, 9, "a%", 5, 3L, 6L);
        }

        @Test
        void areCastWhereNothingSaysTheirType() {
            assertThat(one(value(1))).isEqualTo("SELECT CAST(?1 AS integer)");
            assertThat(one(coalesce(nullValue(INTEGER), 8)))
                    .isEqualTo("SELECT coalesce(CAST(?1 AS integer), CAST(?2 AS integer))");
            assertThat(one(ITEMS.stock.plus(1))).isEqualTo("SELECT items.stock + CAST(?1 AS integer)");
            assertThat(one(caseWhen(ITEMS.stock.gt(1), "many").otherwise("few")))
                    .isEqualTo(
                            "SELECT CASE WHEN items.stock > ?1 THEN CAST(?2 AS varchar) ELSE CAST(?3 AS varchar) END");
            assertThat(one(replace(ITEMS.name, "a", "b")))
                    .isEqualTo("SELECT replace(items.name, CAST(?1 AS varchar), CAST(?2 AS varchar))");
            assertThat(h2(values(field("n", INTEGER), field("t", TEXT)).row(1, null)))
                    .isEqualTo("VALUES (CAST(?1 AS integer), CAST(?2 AS varchar))");
        }

        @Test
        void areCastToNothingThatCouldCutThem() {
            assertThat(one(value("abc", varchar(2)))).isEqualTo("SELECT CAST(?1 AS varchar)");
            assertThat(one(value("abc", character(2)))).isEqualTo("SELECT CAST(?1 AS varchar)");
            assertThat(one(ITEMS.price.times(new BigDecimal("0.195"))))
                    .isEqualTo("SELECT items.price * CAST(?1 AS decfloat(60))");
            assertThat(one(ITEMS.stock.cast(NUMERIC))).isEqualTo("SELECT CAST(items.stock AS decfloat(60))");
        }

        @Test
        void ofJsonAreReadAsJsonEverywhere() {
            assertThat(where(ITEMS.doc.eq(new Json("{}")))).isEqualTo("items.doc = CAST(?1 FORMAT JSON AS json)");
            assertThat(one(value("{}").cast(JSON))).isEqualTo("SELECT CAST(CAST(?1 AS varchar) FORMAT JSON AS json)");
        }

        @Test
        void ofTuplesStayBare() {
            assertThat(where(tuple(ITEMS.id, ITEMS.name).in(List.of(tuple(value(1L), value("a"))))))
                    .isEqualTo("(items.id, items.name) IN ((?1, ?2))");
        }
    }

    @Nested
    class Lists {

        @Test
        void travelAsOneArray() {
            assertThat(where(ITEMS.stock.in(List.of(1, 2, 3)))).isEqualTo("items.stock = ANY (?1)");
            assertThat(where(ITEMS.stock.notIn(List.of()))).isEqualTo("items.stock <> ALL (?1)");
        }

        @Test
        void areSplitWhereAnArrayCannotBeSoLong() {
            assertThat(where(ITEMS.stock.in(Collections.nCopies(65_537, 1))))
                    .isEqualTo("(items.stock = ANY (?1) OR items.stock = ANY (?2))");
            assertThat(where(ITEMS.stock.notIn(Collections.nCopies(65_537, 1))))
                    .isEqualTo("(items.stock <> ALL (?1) AND items.stock <> ALL (?2))");
        }
    }

    @Test
    void matchesRegularExpressions() {
        assertThat(where(ITEMS.name.matches("^a"))).isEqualTo("REGEXP_LIKE(items.name, ?1)");
        assertThat(where(ITEMS.name.notMatches("^a"))).isEqualTo("NOT REGEXP_LIKE(items.name, ?1)");
        assertThat(where(ITEMS.name.matchesIgnoringCase("^a"))).isEqualTo("REGEXP_LIKE(items.name, ?1, 'i')");
        assertThat(where(ITEMS.name.ilike("A%"))).isEqualTo("items.name ILIKE ?1");
    }

    @Test
    void addsIntervalsPartByPart() {
        SqlText sql = select(ITEMS.made.minusInterval(new Interval(1, 2, 3))).sql(Dialects.H2);

        assertThat(sql.text())
                .isEqualTo("SELECT DATEADD(MICROSECOND, CAST(?1 AS bigint), DATEADD(DAY, CAST(?2 AS bigint),"
                        + " DATEADD(MONTH, CAST(?3 AS bigint), items.made)))");
        assertThat(sql.parameters()).containsExactly(-3L, -2L, -1L);
        assertThat(one(ITEMS.made.plusInterval(Interval.ofDays(1)).plusInterval(Interval.ofMonths(1))))
                .isEqualTo("SELECT DATEADD(MONTH, CAST(?1 AS bigint), DATEADD(DAY, CAST(?2 AS bigint), items.made))");
    }

    @Test
    void readsDatesByTheIsoCalendarAndTheZoneAskedFor() {
        assertThat(one(dateTrunc(DateField.WEEK, ITEMS.made))).isEqualTo("SELECT date_trunc('iso_week', items.made)");
        assertThat(one(dateTrunc(DateField.MONTH, ITEMS.made))).isEqualTo("SELECT date_trunc('month', items.made)");
        assertThat(one(extract(DateField.WEEK, ITEMS.made)))
                .isEqualTo("SELECT CAST(EXTRACT(ISO_WEEK FROM items.made) AS integer)");
        assertThat(one(atTimeZone(ITEMS.seen, "UTC")))
                .isEqualTo("SELECT CAST(FORMATDATETIME(items.seen, 'uuuu-MM-dd HH:mm:ss.SSSSSS', 'en',"
                        + " CAST(?1 AS varchar)) AS timestamp(6))");
    }

    @Test
    void keepsTheSeparatorOfAListOfTextsBare() {
        assertThat(one(stringAgg(ITEMS.name, ", ").orderBy(ITEMS.id)))
                .isEqualTo("SELECT string_agg(items.name, ?1 ORDER BY items.id)");
    }

    @Test
    void looksIntoArrays() {
        var tags = array(ITEMS.tags);

        assertThat(one(tags.element(2)))
                .isEqualTo("SELECT CASE WHEN CAST(?1 AS integer) BETWEEN 1 AND CARDINALITY(items.tags)"
                        + " THEN (items.tags)[CAST(?1 AS integer)] END");
        assertThat(one(tags.concat(List.of("x")))).isEqualTo("SELECT items.tags || CAST(?1 AS varchar array)");
        assertThat(where(tags.has("red"))).isEqualTo("?1 = ANY (items.tags)");
    }

    @Test
    void callsFunctionsByTheirNamesInH2() {
        assertThat(one(random())).isEqualTo("SELECT rand()");
    }

    @Test
    void quotesOnlyWhatH2Reserves() {
        assertThat(one(value(1).as("value"))).isEqualTo("SELECT CAST(?1 AS integer) AS \"value\"");
        assertThat(one(value(1).as("position"))).isEqualTo("SELECT CAST(?1 AS integer) AS position");
        assertThat(one(value(1).as("Mixed"))).isEqualTo("SELECT CAST(?1 AS integer) AS \"Mixed\"");
    }

    private static String one(Selectable<?> selected) {
        return h2(select(selected));
    }

    private static String where(Expression<Boolean> condition) {
        String sql = h2(select(ITEMS.id).from(ITEMS).where(condition));
        return sql.substring(sql.indexOf(" WHERE ") + " WHERE ".length());
    }
}
