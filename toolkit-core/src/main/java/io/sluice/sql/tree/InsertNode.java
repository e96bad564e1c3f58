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

    public record Rows(Chain<List<Expr>> rows) implements Origin {}

    public record FromQuery(QueryNode query) implements Origin {}

    /** One row of nothing but defaults. */
    public record Defaults() implements Origin {}

    /** ON CONFLICT: what clashes and, unless it is null, what to change then. */
    public record Conflict(
            @Nullable Target target, @Nullable Resolution resolution) {}

    /** The key that a conflict is about. */
    public sealed interface Target {}

    public record TargetColumns(List<String> columns, Chain<Expr> where) implements Target {}

    public record TargetConstraint(String name) implements Target {}

    public record Resolution(List<Assignment> assignments, Chain<Expr> where) {}

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitInsert(this);
    }
}
