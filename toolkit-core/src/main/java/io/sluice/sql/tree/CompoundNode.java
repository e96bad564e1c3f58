package io.sluice.sql.tree;

import java.util.List;

/** Queries put together, from left to right: the first, then each with what joins it to all before it. */
public record CompoundNode(
        Chain<CommonTable> with, QueryNode first, Chain<Part> parts, Tail tail, List<ResultItem> items)
        implements QueryNode {

    /** A further query and what joins it to those before. */
    public record Part(SetOperator operator, QueryNode query) {}

    /** How the rows of two queries become one result. */
    public enum SetOperator {
        UNION("UNION"),
        UNION_ALL("UNION ALL"),
        INTERSECT("INTERSECT"),
        INTERSECT_ALL("INTERSECT ALL"),
        EXCEPT("EXCEPT"),
        EXCEPT_ALL("EXCEPT ALL");

        private final String text;

        SetOperator(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitCompound(this);
    }
}
