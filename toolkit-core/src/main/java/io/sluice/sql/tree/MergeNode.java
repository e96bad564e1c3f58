package io.sluice.sql.tree;

import io.sluice.sql.tree.SourceNode.TableRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** MERGE: what to do with each row of a source that does, or does not, match a row of the target. */
public record MergeNode(
        Chain<CommonTable> with,
        TableRef target,
        SourceNode source,
        Expr on,
        Chain<When> whens,
        Chain<ResultItem> returning)
        implements ChangeNode {

    /** One branch, with a condition of its own if it has one. */
    public sealed interface When {
        @Nullable
        Expr condition();
    }

    /** WHEN MATCHED THEN UPDATE. */
    public record MatchedUpdate(@Nullable Expr condition, List<Assignment> assignments) implements When {}

    /** WHEN MATCHED THEN DELETE. */
    public record MatchedDelete(@Nullable Expr condition) implements When {}

    /** WHEN MATCHED THEN DO NOTHING. */
    public record MatchedNothing(@Nullable Expr condition) implements When {}

    /** WHEN NOT MATCHED THEN INSERT. */
    public record NotMatchedInsert(@Nullable Expr condition, List<Assignment> assignments) implements When {}

    /** WHEN NOT MATCHED THEN DO NOTHING. */
    public record NotMatchedNothing(@Nullable Expr condition) implements When {}

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitMerge(this);
    }
}
