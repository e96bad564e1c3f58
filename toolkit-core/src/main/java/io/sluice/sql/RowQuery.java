package io.sluice.sql;

import io.sluice.sql.tree.CompoundNode.SetOperator;
import io.sluice.sql.tree.QueryNode;
import java.util.function.Function;

/** A query that only reads, so that it may stand in another or be put together with one. */
public sealed interface RowQuery<R> extends Query<R> permits Select, Compound, ValuesList, TextQuery {

    @Override
    QueryNode tree();

    /** The rows of both, equal ones once. */
    default Compound<R> union(Query<R> other) {
        return Compound.of(this, SetOperator.UNION, other);
    }

    default Compound<R> unionAll(Query<R> other) {
        return Compound.of(this, SetOperator.UNION_ALL, other);
    }

    /** The rows that both have, each once. */
    default Compound<R> intersect(Query<R> other) {
        return Compound.of(this, SetOperator.INTERSECT, other);
    }

    default Compound<R> intersectAll(Query<R> other) {
        return Compound.of(this, SetOperator.INTERSECT_ALL, other);
    }

    /** The rows that the other does not have, each once. */
    default Compound<R> except(Query<R> other) {
        return Compound.of(this, SetOperator.EXCEPT, other);
    }

    default Compound<R> exceptAll(Query<R> other) {
        return Compound.of(this, SetOperator.EXCEPT_ALL, other);
    }

    /** To stand in FROM. */
    default Derived as(String alias) {
        return Derived.of(this, alias);
    }

    /** To stand in WITH, and then in FROM by its name. */
    default Cte asCte(String name) {
        return Cte.of(name, this);
    }

    /**
     * A common table that begins with these rows and adds, until there are no more, what the step makes of the last.
     *
     * <pre>{@code
     * var chain = select(STAFF.id, STAFF.bossId).from(STAFF).where(STAFF.id.eq(7L))
     *         .asRecursiveCte("chain", self -> select(STAFF.id, STAFF.bossId).from(STAFF)
     *                 .join(self).on(STAFF.id.eq(self.column(STAFF.bossId))));
     * }</pre>
     */
    default Cte asRecursiveCte(String name, Function<? super Cte, ? extends Query<R>> step) {
        return Cte.recursive(name, this, SetOperator.UNION_ALL, step);
    }

    /** As {@link #asRecursiveCte}, but a row that was there before is not followed again, so that cycles end. */
    default Cte asRecursiveDistinctCte(String name, Function<? super Cte, ? extends Query<R>> step) {
        return Cte.recursive(name, this, SetOperator.UNION, step);
    }
}
