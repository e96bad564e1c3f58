package io.sluice.sql;

import io.sluice.sql.tree.ResultItem;
import io.sluice.type.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a nested collection: JSON arrays in a JSON array, each the values of a row. Made once for a statement. */
final class MultisetReader<R> {
    private final JsonDecoder[] columns;
    private final RowReader<R> rows;

    MultisetReader(List<ResultItem> items, RowReader<R> rows) {
        this.columns = items.stream().map(JsonDecoder::of).toArray(JsonDecoder[]::new);
        this.rows = rows;
    }

    List<R> read(Json json) {
        var cursor = new JsonCursor(json.text());
        List<R> results = new ArrayList<>();
        cursor.open();
        while (cursor.hasNext()) {
            results.add(rows.read(row(cursor)));
        }
        cursor.end();
        return Collections.unmodifiableList(results);
    }

    private @Nullable Object[] row(JsonCursor cursor) {
        @Nullable Object[] values = new @Nullable Object[columns.length];
        int column = 0;
        cursor.open();
        while (cursor.hasNext()) {
            if (column == columns.length) {
                throw cursor.unexpected("the end of a row of " + columns.length);
            }
            values[column] = columns[column].read(cursor);
            column++;
        }
        if (column < columns.length) {
            throw cursor.unexpected("a row of " + columns.length);
        }
        return values;
    }
}
