package io.sluice.sql;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;

/** Values whose type follows from their class. */
final class Binds {

    private Binds() {}

    static Bind of(Object value) {
        return new Bind(value, typeOf(value));
    }

    @SuppressWarnings("unchecked") // the catalogue is keyed by the class
    static <T> SqlType<T> typeOf(T value) {
        return (SqlType<T>) SqlTypes.forJavaType(value.getClass())
                .orElseThrow(() -> new StatementException("there is no usual SQL type for %s; pass the type too"
                        .formatted(value.getClass().getName())));
    }
}
