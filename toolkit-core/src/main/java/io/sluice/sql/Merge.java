package io.sluice.sql;

import io.sluice.sql.tree.Assignment;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.CommonTable;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.MergeNode;
import io.sluice.sql.tree.MergeNode.When;
import io.sluice.sql.tree.Predicate.Junction;
import io.sluice.sql.tree.ResultItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A MERGE: for each row of a source, the first branch that fits.
 *
 * <pre>{@code
 * mergeInto(STOCK).using(delivery).on(STOCK.sku.eq(delivery.column(SKU)))
 *         .whenMatched().thenUpdate(STOCK.amount.to(STOCK.amount.plus(delivery.column(AMOUNT))))
 *         .whenNotMatched().thenInsert(STOCK.sku.to(delivery.column(SKU)), STOCK.amount.to(delivery.column(AMOUNT)))
 * }</pre>
 */
public final class Merge extends Change {
    private final TargetTable table;
    private final Chain<CommonTable> with;
    private final @Nullable Source source;
    private final Chain<Expr> on;
    private final Chain<When> whens;

    private Merge(
            TargetTable table, Chain<CommonTable> with, @Nullable Source source, Chain<Expr> on, Chain<When> whens) {
        this.table = table;
        this.with = with;
        this.source = source;
        this.on = on;
        this.whens = whens;
    }

    static Merge into(TargetTable table, Chain<CommonTable> with) {
        return new Merge(table, with, null, Chain.empty(), Chain.empty());
    }

    public Merge using(Source source) {
        return new Merge(table, with, source, on, whens);
    }

    /** Which rows match. */
    @SafeVarargs
    public final Merge on(Expression<Boolean>... conditions) {
        return new Merge(table, with, source, Conditions.append(on, conditions), whens);
    }

    @SafeVarargs
    public final Matched whenMatched(Expression<Boolean>... conditions) {
        return new Matched(conjunction(Conditions.append(Chain.empty(), conditions)));
    }

    @SafeVarargs
    public final NotMatched whenNotMatched(Expression<Boolean>... conditions) {
        return new NotMatched(conjunction(Conditions.append(Chain.empty(), conditions)));
    }

    /** A branch for rows of the source that match a row of the target. */
    public final class Matched {
        private final @Nullable Expr condition;

        private Matched(@Nullable Expr condition) {
            this.condition = condition;
        }

        public Merge thenUpdate(ColumnValue... values) {
            List<Assignment> assignments = ColumnValue.checked(table, "thenUpdate", values);
            return branch(new MergeNode.MatchedUpdate(
                    condition, SentDefaults.completed(assignments, table.updateDefaults())));
        }

        public Merge thenDelete() {
            return branch(new MergeNode.MatchedDelete(condition));
        }

        public Merge thenDoNothing() {
            return branch(new MergeNode.MatchedNothing(condition));
        }
    }

    /** A branch for rows of the source that match nothing. */
    public final class NotMatched {
        private final @Nullable Expr condition;

        private NotMatched(@Nullable Expr condition) {
            this.condition = condition;
        }

        public Merge thenInsert(ColumnValue... values) {
            List<Assignment> assignments = ColumnValue.checked(table, "thenInsert", values);
            List<Assignment> missing = SentDefaults.missing(table.insertDefaults(), SentDefaults.columns(assignments));
            SentDefaults.requireNoneMade(missing, "thenInsert(…)");
            return branch(new MergeNode.NotMatchedInsert(condition, SentDefaults.joined(assignments, missing)));
        }

        public Merge thenDoNothing() {
            return branch(new MergeNode.NotMatchedNothing(condition));
        }
    }

    @Override
    public MergeNode tree() {
        return giving(Chain.empty());
    }

    @Override
    MergeNode giving(Chain<ResultItem> items) {
        String name = Description.of(table.sourceNode().qualifier());
        if (source == null) {
            throw new StatementException("mergeInto(%s): there is nothing to merge; say using(…)".formatted(name));
        }
        Expr condition = conjunction(on);
        if (condition == null) {
            throw new StatementException("mergeInto(%s): say with on(…) which rows match".formatted(name));
        }
        if (whens.isEmpty()) {
            throw new StatementException(
                    "mergeInto(%s): say with whenMatched() or whenNotMatched() what to do".formatted(name));
        }
        return new MergeNode(with, table.sourceNode(), source.sourceNode(), condition, whens, items);
    }

    private Merge branch(When when) {
        return new Merge(table, with, source, on, whens.plus(when));
    }

    private static @Nullable Expr conjunction(Chain<Expr> terms) {
        if (terms.isEmpty()) {
            return null;
        }
        return terms.size() == 1 ? terms.get(0) : new Junction(true, terms);
    }
}
