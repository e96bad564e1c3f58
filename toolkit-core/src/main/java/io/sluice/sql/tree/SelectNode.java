package io.sluice.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** SELECT, clause by clause. What changes together is one record. */
public record SelectNode(
        Chain<CommonTable> with,
        Projection projection,
        Chain<FromItem> from,
        Chain<Expr> where,
        Grouping grouping,
        Tail tail,
        Chain<Lock> locks)
        implements QueryNode {

    /** The result list and what DISTINCT says about it. */
    public record Projection(Distinct distinct, List<Expr> distinctOn, List<ResultItem> items) {}

    /** Which rows of the result are dropped as equal. */
    public enum Distinct {
        NO,
        ROWS,
        ON
    }

    /** GROUP BY, HAVING and the windows declared for the statement. */
    public record Grouping(Chain<Expr> groupBy, Chain<Expr> having, Chain<NamedWindow> windows) {
        public static final Grouping NONE = new Grouping(Chain.empty(), Chain.empty(), Chain.empty());
    }

    /** A window that several calls share. */
    public record NamedWindow(String name, WindowNode window) {}

    /** A row lock; {@code of} names what it is for, nothing means everything in FROM. */
    public record Lock(
            Strength strength, List<Qualifier> of, @Nullable Wait waiting) {}

    /** How exclusive a row lock is. */
    public enum Strength {
        UPDATE,
        NO_KEY_UPDATE,
        SHARE,
        KEY_SHARE
    }

    /** What to do about a row that another transaction has locked, instead of waiting. */
    public enum Wait {
        NOWAIT,
        SKIP_LOCKED
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitSelect(this);
    }
}
