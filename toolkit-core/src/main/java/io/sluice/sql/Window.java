package io.sluice.sql;

import io.sluice.sql.tree.Atom.Constant;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.SortKey;
import io.sluice.sql.tree.WindowNode;
import io.sluice.sql.tree.WindowNode.Bound;
import io.sluice.sql.tree.WindowNode.Edge;
import io.sluice.sql.tree.WindowNode.Exclusion;
import io.sluice.sql.tree.WindowNode.Frame;
import io.sluice.sql.tree.WindowNode.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows a window function looks at, made by {@link WindowFunctions#partitionBy} or {@link WindowFunctions#window}.
 *
 * <pre>{@code
 * sum(ORDERS.totalCents).over(partitionBy(ORDERS.customerId).orderBy(ORDERS.createdAt).rowsBetween(unboundedPreceding(), currentRow()))
 * }</pre>
 */
public record Window(WindowNode node) {

    /** One end of a frame. */
    public record Limit(Bound bound) {}

    static final Window ALL = new Window(new WindowNode(null, List.of(), List.of(), null));

    public Window partitionBy(Expression<?>... expressions) {
        List<Expr> partition = new ArrayList<>(node.partitionBy());
        Arrays.stream(expressions).map(Expression::node).forEach(partition::add);
        return new Window(new WindowNode(node.base(), List.copyOf(partition), node.orderBy(), node.frame()));
    }

    public Window orderBy(Sortable... terms) {
        List<SortKey> keys = new ArrayList<>(node.orderBy());
        Arrays.stream(terms).map(term -> term.ordering().key()).forEach(keys::add);
        return new Window(new WindowNode(node.base(), node.partitionBy(), List.copyOf(keys), node.frame()));
    }

    /** The frame in rows. */
    public Window rowsBetween(Limit from, Limit to) {
        return frame(Unit.ROWS, from, to);
    }

    /** The frame by the distance of values. */
    public Window rangeBetween(Limit from, Limit to) {
        return frame(Unit.RANGE, from, to);
    }

    /** The frame in groups of equal rows. */
    public Window groupsBetween(Limit from, Limit to) {
        return frame(Unit.GROUPS, from, to);
    }

    public Window excludeCurrentRow() {
        return exclude(Exclusion.CURRENT_ROW);
    }

    /** Leaves out the row and all that are equal to it. */
    public Window excludeGroup() {
        return exclude(Exclusion.GROUP);
    }

    /** Leaves out what is equal to the row, but not the row. */
    public Window excludeTies() {
        return exclude(Exclusion.TIES);
    }

    static Limit limit(Edge edge) {
        return new Limit(new Bound(edge, null));
    }

    static Limit limit(Edge edge, long distance) {
        if (distance < 0) {
            throw new StatementException("a window frame cannot begin or end %d rows away; use %s(%d)"
                    .formatted(distance, edge == Edge.PRECEDING ? "following" : "preceding", -distance));
        }
        return new Limit(new Bound(edge, new Constant(distance)));
    }

    private Window frame(Unit unit, Limit from, Limit to) {
        if (from.bound().edge().compareTo(to.bound().edge()) > 0
                || from.bound().edge() == Edge.UNBOUNDED_FOLLOWING
                || to.bound().edge() == Edge.UNBOUNDED_PRECEDING) {
            throw new StatementException(
                    "a window frame cannot run from %s to %s; the first bound must come before the second"
                            .formatted(
                                    from.bound().edge().text(),
                                    to.bound().edge().text()));
        }
        return new Window(new WindowNode(
                node.base(), node.partitionBy(), node.orderBy(), new Frame(unit, from.bound(), to.bound(), null)));
    }

    private Window exclude(Exclusion exclusion) {
        Frame frame = node.frame();
        if (frame == null) {
            throw new StatementException(
                    "an exclusion belongs to a frame; say rowsBetween(…), rangeBetween(…) or groupsBetween(…) first");
        }
        return new Window(new WindowNode(
                node.base(),
                node.partitionBy(),
                node.orderBy(),
                new Frame(frame.unit(), frame.from(), frame.to(), exclusion)));
    }
}
