package io.sluice.schema;

import io.sluice.sql.Operand;
import io.sluice.sql.tree.Expr;

/** Something to say of a column whose values are of type T; {@link Columns} makes them. */
public sealed interface ColumnOption<T>
        permits ColumnOption.Flag,
                ColumnOption.Said,
                ColumnOption.Sent,
                ColumnOption.ServerDefault,
                ColumnOption.Counted,
                ColumnOption.Computed,
                References {

    /** What a column is or is not. */
    enum Trait {
        PRIMARY_KEY,
        NOT_NULL,
        GENERATED,
        GENERATED_ALWAYS,
        UNIQUE,
        INDEXED
    }

    /** Names and texts that are said of a column. */
    enum Word {
        COLLATION,
        COMMENT
    }

    /** At which change of a row a value is sent for a column that the statement does not mention. */
    enum Moment {
        INSERT,
        UPDATE
    }

    /** How a value comes about. */
    @FunctionalInterface
    interface Making<T> {
        Expr make(Column<T> column);
    }

    record Flag<T>(Trait trait) implements ColumnOption<T> {}

    record Said<T>(Word word, String text) implements ColumnOption<T> {}

    /** What is sent: a value that is made anew for each row, or an expression. */
    record Sent<T>(Moment moment, Making<T> making) implements ColumnOption<T> {}

    /** DEFAULT of the database. */
    record ServerDefault<T>(Making<T> making) implements ColumnOption<T> {}

    /** The next number of a sequence, which the database takes as its DEFAULT. */
    record Counted<T>(Sequence sequence) implements ColumnOption<T> {}

    /** Computed by the database from the row. */
    record Computed<T>(Operand<T> value, boolean isStored) implements ColumnOption<T> {}
}
