package io.sluice.schema;

import io.sluice.schema.ColumnOption.Flag;
import io.sluice.schema.ColumnOption.Trait;
import io.sluice.type.SqlType;
import java.util.List;
import java.util.function.Supplier;

/** Columns and what can be said of them, made for a static import. */
public final class Columns {

    private Columns() {}

    /** A column for a table that is made at run time. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> ColumnDefinition<T> column(String name, SqlType<T> type, ColumnOption<T>... options) {
        return ColumnDefinition.of(name, type, List.of(options));
    }

    /** Part of the primary key, and so never NULL. */
    public static <T> ColumnOption<T> primaryKey() {
        return new Flag<>(Trait.PRIMARY_KEY);
    }

    public static <T> ColumnOption<T> notNull() {
        return new Flag<>(Trait.NOT_NULL);
    }

    /** The database makes its value when a row is inserted. */
    public static <T> ColumnOption<T> generated() {
        return new Flag<>(Trait.GENERATED);
    }

    /** The key of another table; the lambda is what lets two tables refer to each other. */
    public static <T> References<T> references(Supplier<Column<T>> target) {
        return new References<>(target);
    }
}
