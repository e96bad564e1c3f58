package io.sluice.sql;

import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.ResultItem;
import io.sluice.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The name and type of a column that no table declares: of a function's rows, a list of values, SQL by hand. */
public record Field<T>(String name, SqlType<T> type) implements Selectable<T> {

    public Field {
        Names.require(name, "a field's name");
    }

    @Override
    public List<ResultItem> resultItems() {
        return List.of(new ResultItem(new ColumnRef(null, name), null, type));
    }

    @Override
    @SuppressWarnings("unchecked") // the reader made the value by this field's type
    public @Nullable T read(@Nullable Object[] row, int offset) {
        return (T) row[offset];
    }
}
