package io.sluice.sql;

import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Operation.Cast;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SortKey;
import io.sluice.type.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that the database computes, of a type that Java knows: a column, a function, a sum.
 *
 * <pre>{@code
 * Expression<BigDecimal> net = LINE.price.times(value(ONE).minus(LINE.discount));
 * }</pre>
 */
public non-sealed interface Expression<T>
        extends Testable<T>, Arithmetic<T>, Textual<T>, Selectable<T>, Sortable, Groupable {

    /** Gives it a name in the result, by which ORDER BY and rows can call it. */
    default Labelled<T> as(String label) {
        return new Labelled<>(this, label);
    }

    /** Converts it in the database. */
    default <U> Expression<U> cast(SqlType<U> type) {
        return new Typed<>(new Cast(node(), Objects.requireNonNull(type, "type")), type);
    }

    default Ordering asc() {
        return new Ordering(new SortKey(node(), type(), false, null));
    }

    default Ordering desc() {
        return new Ordering(new SortKey(node(), type(), true, null));
    }

    @Override
    default Ordering ordering() {
        return asc();
    }

    /** As the only thing selected, gives an {@code Optional}, because a stream cannot hold a NULL. */
    default Selectable<Optional<T>> optional() {
        return new OptionalSelection<>(this);
    }

    @Override
    default List<ResultItem> resultItems() {
        return List.of(new ResultItem(node(), null, type()));
    }

    @Override
    @SuppressWarnings("unchecked") // the reader made the value by this expression's type
    default @Nullable T read(@Nullable Object[] row, int offset) {
        return (T) row[offset];
    }

    /** The expression as data. */
    @Override
    Expr node();
}
