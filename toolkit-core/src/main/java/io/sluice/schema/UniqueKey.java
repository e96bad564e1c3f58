package io.sluice.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns whose values together are those of one row only. */
public final class UniqueKey implements TablePart, Constraint {
    private final List<Column<?>> columns;
    private final @Nullable String name;

    private UniqueKey(List<Column<?>> columns, @Nullable String name) {
        this.columns = columns;
        this.name = name;
    }

    public static UniqueKey of(Column<?>... columns) {
        return new UniqueKey(TablePart.distinct(columns, "a unique key"), null);
    }

    public UniqueKey named(String name) {
        TableName.requireName(name, "a unique key's name");
        return new UniqueKey(columns, name);
    }

    List<Column<?>> columns() {
        return columns;
    }

    @Nullable
    String name() {
        return name;
    }
}
