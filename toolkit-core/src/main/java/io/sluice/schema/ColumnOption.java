package io.sluice.schema;

/** Something to say of a column whose values are of type T; {@link Columns} makes them. */
public sealed interface ColumnOption<T> permits ColumnOption.Flag, References {

    /** What a column is or is not. */
    enum Trait {
        PRIMARY_KEY,
        NOT_NULL,
        GENERATED
    }

    record Flag<T>(Trait trait) implements ColumnOption<T> {}
}
