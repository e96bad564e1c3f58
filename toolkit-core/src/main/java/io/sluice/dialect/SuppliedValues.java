package io.sluice.dialect;

import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Supplied;
import java.util.IdentityHashMap;

/** Asks for values that are made when a statement runs: once for each row, also where the value stands in several places. */
final class SuppliedValues {
    private final IdentityHashMap<Bind, Object> made = new IdentityHashMap<>();

    Object of(Bind bind, Supplied supplied) {
        Object known = made.get(bind);
        if (known == null) {
            known = fresh(bind, supplied);
            made.put(bind, known);
        }
        return known;
    }

    private static Object fresh(Bind bind, Supplied supplied) {
        Object value = supplied.supplier().get();
        if (value == null || !bind.type().javaType().isInstance(value)) {
            throw new StatementException("%s: the supplier of its default gave %s, and its values are %s"
                    .formatted(
                            supplied.column(),
                            value == null ? "null" : value.getClass().getName(),
                            bind.type().javaType().getName()));
        }
        return value;
    }
}
