package io.sluice.sql;

import io.sluice.sql.tree.ResultItem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An expression whose NULL is an empty {@code Optional}. */
record OptionalSelection<T>(Expression<T> expression) implements Selectable<Optional<T>> {

    @Override
    public List<ResultItem> resultItems() {
        return expression.resultItems();
    }

    @Override
    public Optional<T> read(@Nullable Object[] row, int offset) {
        return Optional.ofNullable(expression.read(row, offset));
    }
}
