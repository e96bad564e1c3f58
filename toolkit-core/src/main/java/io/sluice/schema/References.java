package io.sluice.schema;

import java.util.function.Supplier;

/** A column holds the key of another table's row. The target is looked up late, since tables may refer to each other. */
public record References<T>(Supplier<Column<T>> target) implements ColumnOption<T> {}
