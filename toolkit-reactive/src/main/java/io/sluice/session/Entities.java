package io.sluice.session;

import io.sluice.mapping.EntityTable;
import io.sluice.schema.Column;
import io.sluice.sql.Condition;
import io.sluice.sql.Select;
import io.sluice.sql.Sql;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Operator;
import io.sluice.sql.tree.Predicate.Comparison;
import io.sluice.state.Identities;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** What sessions ask of entities and of their tables. */
final class Entities {

    private Entities() {}

    /** The entity of an id. */
    static <E> Select<E> byId(EntityTable<E, ?> table, Object id) {
        List<Column<?>> key = table.primaryKeyColumns();
        Condition all = Sql.and();
        for (int i = 0; i < key.size(); i++) {
            Object value = key.size() == 1 ? id : ((List<?>) id).get(i);
            all = all.and(new Condition(new Comparison(
                    key.get(i).node(), Operator.EQ, new Bind(value, key.get(i).type()))));
        }
        return Sql.select(table).where(all);
    }

    /** Each must be the session's own; those of other kinds are left alone where only some of them have what is loaded. */
    static void requireManaged(EntityTable<?, ?> table, Collection<?> entities, Identities identities) {
        for (Object entity : entities) {
            if (!identities.knows(table.root(), Objects.requireNonNull(entity, "an entity to load for"))) {
                throw new StatementException(
                        "load(…): %s is not managed by this session; read it here first, with get(…) or a query"
                                .formatted(table.root().mapper().describe(entity)));
            }
        }
    }
}
