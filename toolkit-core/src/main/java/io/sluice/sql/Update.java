package io.sluice.sql;

import io.sluice.sql.tree.Assignment;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.CommonTable;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FromItem.JoinType;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.UpdateNode;
import java.util.List;

/**
 * An UPDATE. Columns with an {@code onUpdate} that it does not mention are set with it. Without a condition it is refused when it runs, unless {@link #everyRow()} says that it is meant.
 *
 * <pre>{@code
 * update(ORDERS).set(ORDERS.status.to("expired")).where(ORDERS.createdAt.lt(cutoff))
 * }</pre>
 */
public final class Update extends Change {
    private final TargetTable table;
    private final Chain<CommonTable> with;
    private final Chain<Assignment> assignments;
    private final Sources sources;
    private final Chain<Expr> where;
    private final boolean isUnrestricted;

    private Update(
            TargetTable table,
            Chain<CommonTable> with,
            Chain<Assignment> assignments,
            Sources sources,
            Chain<Expr> where,
            boolean isUnrestricted) {
        this.table = table;
        this.with = with;
        this.assignments = assignments;
        this.sources = sources;
        this.where = where;
        this.isUnrestricted = isUnrestricted;
    }

    static Update of(TargetTable table, Chain<CommonTable> with) {
        return new Update(table, with, Chain.empty(), Sources.NONE, Chain.empty(), false);
    }

    /** Sets columns; called again, sets more. */
    public Update set(ColumnValue... values) {
        List<Assignment> added = ColumnValue.checked(table, "set", values);
        ColumnValue.requireNoneTwice(assignments, added, "set");
        return new Update(table, with, assignments.plusAll(added), sources, where, isUnrestricted);
    }

    /** Other sources whose columns values and conditions may use; a condition says which of their rows belong to which here. */
    public Update from(Source... others) {
        return new Update(table, with, assignments, sources.list(others), where, isUnrestricted);
    }

    /** Joins to a source named in {@link #from}. */
    public Update join(Source source) {
        return new Update(table, with, assignments, sources.add(JoinType.INNER, source), where, isUnrestricted);
    }

    public Update leftJoin(Source source) {
        return new Update(table, with, assignments, sources.add(JoinType.LEFT, source), where, isUnrestricted);
    }

    @SafeVarargs
    public final Update on(Expression<Boolean> condition, Expression<Boolean>... more) {
        return new Update(table, with, assignments, sources.on(condition, more), where, isUnrestricted);
    }

    @SafeVarargs
    public final Update where(Expression<Boolean>... conditions) {
        return new Update(table, with, assignments, sources, Conditions.append(where, conditions), isUnrestricted);
    }

    /** Every row of the table is meant. */
    public Update everyRow() {
        return new Update(table, with, assignments, sources, where, true);
    }

    /**
     * The same update for each object. One condition at least compares a column that stays as it is with a parameter, as
     * in {@code BOOK.id.eq(ID)}, so that it is known which sets change the same rows.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <P> Batch forEach(Iterable<? extends P> objects, Binding<P>... values) {
        return Batches.update(tree(), table.computedColumns(), objects, List.of(values));
    }

    @Override
    public UpdateNode tree() {
        return giving(Chain.empty());
    }

    @Override
    UpdateNode giving(Chain<ResultItem> items) {
        if (assignments.isEmpty()) {
            throw new StatementException("update(%s): there is nothing to set; say set(…)"
                    .formatted(Description.of(table.sourceNode().qualifier())));
        }
        List<Assignment> missing = SentDefaults.missing(table.updateDefaults(), SentDefaults.columns(assignments));
        Chain<Assignment> all = missing.isEmpty() ? assignments : assignments.plusAll(missing);
        return new UpdateNode(
                with,
                table.sourceNode(),
                all,
                sources.settled(),
                Conditions.ofItsKind(table, where, isUnrestricted),
                isUnrestricted,
                items);
    }
}
