package io.sluice.sql.tree;

import org.jspecify.annotations.Nullable;

/** One source in FROM and how it joins what stands before it. */
public record FromItem(
        JoinType type, SourceNode source, @Nullable Expr on) {

    /** How a source joins. */
    public enum JoinType {
        /** After a comma, or first. */
        LIST(", "),
        INNER(" JOIN "),
        LEFT(" LEFT JOIN "),
        /** What the kinds below an entity add to it: nobody asked for these tables. */
        BELOW(" LEFT JOIN "),
        RIGHT(" RIGHT JOIN "),
        FULL(" FULL JOIN "),
        CROSS(" CROSS JOIN ");

        private final String text;

        JoinType(String text) {
            this.text = text;
        }

        /** The words before the source, with the spaces around them. */
        public String text() {
            return text;
        }

        /** Whether it says which rows belong together. */
        public boolean takesCondition() {
            return this != LIST && this != CROSS;
        }
    }
}
