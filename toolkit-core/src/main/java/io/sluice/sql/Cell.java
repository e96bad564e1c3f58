package io.sluice.sql;

import io.sluice.sql.tree.Atom.Bind;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column and where its value is found in an object: {@code cell(USERS.name, Person::name)}. A null becomes NULL. */
public final class Cell<P> {
    private final TableColumn<?> column;
    private final Function<? super P, Bind> value;

    /** Finds a value in an object. */
    @FunctionalInterface
    public interface Getter<P, T> {
        @Nullable
        T get(P object);
    }

    private Cell(TableColumn<?> column, Function<? super P, Bind> value) {
        this.column = column;
        this.value = value;
    }

    static <P, T> Cell<P> of(TableColumn<T> column, Getter<? super P, ? extends T> value) {
        return new Cell<>(column, object -> new Bind(value.get(object), column.type()));
    }

    TableColumn<?> column() {
        return column;
    }

    Bind valueOf(P object) {
        return value.apply(object);
    }
}
