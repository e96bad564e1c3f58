package io.sluice.dialect.postgresql;

import io.sluice.dialect.Dialect;
import io.sluice.dialect.SqlWriter;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Nested;
import io.sluice.sql.tree.ResultItem;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import java.util.List;

/**
 * The columns of a nested collection as JSON. Each is written so that no setting of the session (how bytes, intervals
 * or ranges are shown) decides what comes back, and so that nothing is lost on the way.
 */
final class NestedColumns {
    /** A function of PostgreSQL takes no more arguments. */
    private static final int MOST = 100;

    private final Dialect dialect;
    private final SqlWriter out;
    private final List<ResultItem> items;

    NestedColumns(Dialect dialect, SqlWriter out, List<ResultItem> items) {
        this.dialect = dialect;
        this.out = out;
        this.items = items;
        if (items.size() > MOST) {
            throw new StatementException("%s cannot say a nested collection of %d columns; select at most %d of them"
                    .formatted(dialect.name(), items.size(), MOST));
        }
    }

    /** {@code t (c1, c2)}: names of our own, since two columns of the query may share one. */
    void names() {
        String separator = "t (";
        for (int i = 0; i < items.size(); i++) {
            out.text(separator).text("c").number(i + 1);
            separator = ", ";
        }
        out.text(")");
    }

    void row() {
        String separator = "json_build_array(";
        for (int i = 0; i < items.size(); i++) {
            out.text(separator);
            value(i);
            separator = ", ";
        }
        out.text(")");
    }

    private void value(int i) {
        SqlType<?> type = items.get(i).type();
        if (items.get(i).expression() instanceof Nested.Multiset) {
            column("", i, "");
            return;
        }
        switch (type.family()) {
            // as text, which keeps the null of JSON apart from the NULL of SQL
            case JSON -> column("CAST(", i, " AS text)");
            case BINARY -> column("encode(", i, ", 'hex')");
            case INTERVAL -> interval(i);
            case RANGE -> range(i);
            case ARRAY -> array(i, type);
            default -> column("", i, "");
        }
    }

    private void interval(int i) {
        column("json_build_array(extract(year FROM ", i, ") * 12");
        column(" + extract(month FROM ", i, ")");
        column(", extract(day FROM ", i, ")");
        column(", (extract(hour FROM ", i, ") * 60");
        column(" + extract(minute FROM ", i, ")) * 60000000");
        column(" + extract(microseconds FROM ", i, "))");
    }

    private void range(int i) {
        column("json_build_array(lower(", i, ")");
        column(", upper(", i, ")");
        column(", lower_inc(", i, ")");
        column(", upper_inc(", i, ")");
        column(", isempty(", i, "))");
    }

    private void array(int i, SqlType<?> type) {
        SqlType<?> element = type.element();
        Kind kind = element == null ? Kind.ROW : element.kind();
        switch (kind.family()) {
            case JSON -> column("CAST(", i, " AS text[])");
            case BINARY, INTERVAL, RANGE ->
                throw new StatementException(
                        "%s cannot say %s in a nested collection; select it outside, or take it apart with unnest"
                                .formatted(dialect.name(), type));
            default -> column("", i, "");
        }
    }

    private void column(String before, int i, String after) {
        out.text(before).text("t.c").number(i + 1).text(after);
    }
}
