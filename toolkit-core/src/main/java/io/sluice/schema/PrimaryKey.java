package io.sluice.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The primary key of a table whose columns do not say {@code primaryKey()}: in an order of its own, or under a name. */
public final class PrimaryKey implements TablePart, Constraint {
    private final List<Column<?>> columns;
    private final @Nullable String name;

    private PrimaryKey(List<Column<?>> columns, @Nullable String name) {
        this.columns = columns;
        this.name = name;
    }

    public static PrimaryKey of(Column<?>... columns) {
        return new PrimaryKey(TablePart.distinct(columns, "a primary key"), null);
    }

    public PrimaryKey named(String name) {
        TableName.requireName(name, "a primary key's name");
        return new PrimaryKey(columns, name);
    }

    List<Column<?>> columns() {
        return columns;
    }

    @Nullable
    String name() {
        return name;
    }
}
