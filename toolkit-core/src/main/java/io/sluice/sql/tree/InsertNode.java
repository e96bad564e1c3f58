package io.sluice.sql.tree;

import io.sluice.sql.tree.SourceNode.TableRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** INSERT, with what to do about rows that are there already. */
public record InsertNode(
        Chain<CommonTable> with,
        TableRef table,
        List<String> columns,
        Origin origin,
        @Nullable Conflict conflict,
        Chain<ResultItem> returning)
        implements ChangeNode {

    /** Where the rows come from. */
    public sealed interface Origin {}

    /** VALUES. */
    public record Rows(Chain<List<Expr>> rows) implements Origin {}

    /** The rows of a query. */
    public record FromQuery(QueryNode query) implements Origin {}

    /** The rows of a query that has keys for them, where the table would make its own. */
    public record WithKeys(QueryNode query) implements Origin {}

    /** One row of nothing but defaults. */
    public record Defaults() implements Origin {}

    /** ON CONFLICT: what clashes and, unless it is null, what to change then. */
    public record Conflict(
            @Nullable Target target, @Nullable Resolution resolution) {}

    /** The key that a conflict is about. */
    public sealed interface Target {}

    /** The key of an index over these columns, partial if there are conditions. */
    public record TargetColumns(List<String> columns, Chain<Expr> where) implements Target {}

    /** The key of a constraint. */
    public record TargetConstraint(String name) implements Target {}

    /** What to change in the row that is there, and in which of them. */
    public record Resolution(List<Assignment> assignments, Chain<Expr> where) {}

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitInsert(this);
    }
}
