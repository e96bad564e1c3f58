package io.sluice.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows a window function looks at. */
public record WindowNode(
        @Nullable String base,
        List<Expr> partitionBy,
        List<SortKey> orderBy,
        @Nullable Frame frame) {

    /** Which rows of the partition belong to a row. */
    public record Frame(
            Unit unit, Bound from, Bound to, @Nullable Exclusion exclusion) {}

    /** What a frame's bounds count. */
    public enum Unit {
        ROWS,
        RANGE,
        GROUPS
    }

    /** One end of a frame; the offset belongs to the two kinds that have one. */
    public record Bound(Edge edge, @Nullable Expr offset) {}

    /** The kinds of a bound, in their order. */
    public enum Edge {
        UNBOUNDED_PRECEDING("UNBOUNDED PRECEDING"),
        PRECEDING("PRECEDING"),
        CURRENT_ROW("CURRENT ROW"),
        FOLLOWING("FOLLOWING"),
        UNBOUNDED_FOLLOWING("UNBOUNDED FOLLOWING");

        private final String text;

        Edge(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** Rows that are taken out of the frame again. */
    public enum Exclusion {
        CURRENT_ROW("CURRENT ROW"),
        GROUP("GROUP"),
        TIES("TIES");

        private final String text;

        Exclusion(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
