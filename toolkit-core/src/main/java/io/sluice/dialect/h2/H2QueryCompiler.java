package io.sluice.dialect.h2;

import io.sluice.dialect.SqlWriter;
import io.sluice.sql.tree.Atom;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.ChangeNode;
import io.sluice.sql.tree.CommonTable;
import io.sluice.sql.tree.CompoundNode;
import io.sluice.sql.tree.CompoundNode.SetOperator;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FromItem;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.SelectNode.Distinct;
import io.sluice.sql.tree.SelectNode.Lock;
import io.sluice.sql.tree.SelectNode.Strength;
import io.sluice.sql.tree.SortKey;
import io.sluice.sql.tree.SourceNode.Derived;
import io.sluice.sql.tree.SourceNode.FunctionRef;

/** Where H2's queries differ: nearly always in what they cannot say. */
abstract class H2QueryCompiler extends H2ExpressionCompiler {
    /** Common tables of a change. H2 takes WITH before a query only, so the queries inside the change begin with them. */
    private Chain<CommonTable> inherited = Chain.empty();

    H2QueryCompiler(H2Dialect dialect, SqlWriter out) {
        super(dialect, out);
    }

    protected final void inherit(Chain<CommonTable> tables) {
        inherited = tables;
    }

    @Override
    protected void with(Chain<CommonTable> tables) {
        Chain<CommonTable> all = inherited.plusAll(tables);
        inherited = Chain.empty();
        super.with(all);
    }

    @Override
    public void visitSelect(SelectNode select) {
        if (select.projection().distinct() == Distinct.ON) {
            select.tail().orderBy().forEach(key -> requireSelected(key, select.projection()));
        }
        if (select.locks().size() > 1) {
            throw cannot("two locks in one query", "lock with forUpdate() alone");
        }
        Chain<CommonTable> tables = inherited;
        super.visitSelect(select);
        inherited = tables;
    }

    private void requireSelected(SortKey key, SelectNode.Projection projection) {
        Expr by = key.by();
        boolean isLabel = by instanceof Atom.ColumnRef column && column.source() == null;
        if (!isLabel
                && !projection.distinctOn().contains(by)
                && projection.items().stream()
                        .noneMatch(item -> item.expression().equals(by))) {
            throw cannot("DISTINCT ON ordered by what it does not select", "select that too");
        }
    }

    @Override
    public void visitCompound(CompoundNode compound) {
        for (CompoundNode.Part part : compound.parts()) {
            if (part.operator() == SetOperator.INTERSECT_ALL || part.operator() == SetOperator.EXCEPT_ALL) {
                throw cannot(
                        part.operator().text(), "use it without ALL, or number equal rows with rowNumber() and join");
            }
        }
        Chain<CommonTable> tables = inherited;
        super.visitCompound(compound);
        inherited = tables;
    }

    @Override
    protected void lock(Lock lock) {
        if (lock.strength() != Strength.UPDATE) {
            throw cannot("FOR " + lock.strength().name().replace('_', ' '), "lock with forUpdate()");
        }
        if (!lock.of().isEmpty()) {
            throw cannot("FOR UPDATE OF", "lock one table in a query of its own");
        }
        super.lock(lock);
    }

    @Override
    protected void join(FromItem item) {
        if (item.type() == FromItem.JoinType.FULL) {
            throw cannot("FULL JOIN", "join a leftJoin and the rows only the other side has by unionAll(…)");
        }
        super.join(item);
    }

    @Override
    protected void derived(Derived derived) {
        if (derived.isLateral()) {
            throw cannot("LATERAL", "select a scalar subquery, or rank rows with rowNumber() and join");
        }
        super.derived(derived);
    }

    @Override
    protected void rowsFunction(FunctionRef function) {
        if (function.isLateral()) {
            throw cannot("LATERAL", "call the function with values, not with columns");
        }
        if (function.withOrdinality() && !function.function().name().equalsIgnoreCase("unnest")) {
            throw cannot("WITH ORDINALITY of " + function.function().name(), "count rows with rowNumber()");
        }
        super.rowsFunction(function);
    }

    @Override
    protected void commonTable(CommonTable table) {
        if (table.materialized() != null) {
            throw cannot("MATERIALIZED", "leave it out for this database");
        }
        if (table.query() instanceof ChangeNode) {
            throw cannot("a change in WITH", "run the change first, with returning(…), then the query");
        }
        super.commonTable(table);
    }
}
