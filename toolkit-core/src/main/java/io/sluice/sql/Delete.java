package io.sluice.sql;

import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.CommonTable;
import io.sluice.sql.tree.DeleteNode;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FromItem.JoinType;
import io.sluice.sql.tree.ResultItem;
import java.util.List;

/** A DELETE. Without a condition it is refused when it runs, unless {@link #everyRow()} says that it is meant. */
public final class Delete extends Change {
    private final TargetTable table;
    private final Chain<CommonTable> with;
    private final Sources sources;
    private final Chain<Expr> where;
    private final boolean isUnrestricted;

    private Delete(
            TargetTable table, Chain<CommonTable> with, Sources sources, Chain<Expr> where, boolean isUnrestricted) {
        this.table = table;
        this.with = with;
        this.sources = sources;
        this.where = where;
        this.isUnrestricted = isUnrestricted;
    }

    static Delete from(TargetTable table, Chain<CommonTable> with) {
        return new Delete(table, with, Sources.NONE, Chain.empty(), false);
    }

    /** Other sources that conditions may use. */
    public Delete using(Source... others) {
        return new Delete(table, with, sources.list(others), where, isUnrestricted);
    }

    /** Joins to a source named in {@link #using}. */
    public Delete join(Source source) {
        return new Delete(table, with, sources.add(JoinType.INNER, source), where, isUnrestricted);
    }

    @SafeVarargs
    public final Delete on(Expression<Boolean> condition, Expression<Boolean>... more) {
        return new Delete(table, with, sources.on(condition, more), where, isUnrestricted);
    }

    @SafeVarargs
    public final Delete where(Expression<Boolean>... conditions) {
        return new Delete(table, with, sources, Conditions.append(where, conditions), isUnrestricted);
    }

    /** Every row of the table is meant. */
    public Delete everyRow() {
        return new Delete(table, with, sources, where, true);
    }

    /** The same delete for each object. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <P> Batch forEach(Iterable<? extends P> objects, Binding<P>... values) {
        return Batches.delete(tree(), objects, List.of(values));
    }

    @Override
    public DeleteNode tree() {
        return giving(Chain.empty());
    }

    @Override
    DeleteNode giving(Chain<ResultItem> items) {
        return new DeleteNode(
                with,
                table.sourceNode(),
                sources.settled(),
                Conditions.ofItsKind(table, where, isUnrestricted),
                isUnrestricted,
                items);
    }
}
