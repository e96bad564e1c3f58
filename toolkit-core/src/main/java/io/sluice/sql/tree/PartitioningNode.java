package io.sluice.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the rows of a table are spread over others. */
public record PartitioningNode(Method method, List<Expr> by, List<Partition> partitions) {

    /** By what a row finds its partition. */
    public enum Method {
        RANGE,
        LIST,
        HASH
    }

    /** One of the others, and which rows are its own. */
    public record Partition(String name, Bounds bounds) {}

    /** Which rows belong to a partition. */
    public sealed interface Bounds {}

    /** From the first row of values on, up to but not with the second; null leaves an end open. */
    public record Between(
            @Nullable List<Expr> from, @Nullable List<Expr> to) implements Bounds {}

    /** One of these values. */
    public record OneOf(List<Expr> values) implements Bounds {}

    /** Those whose hash divided by the modulus leaves this. */
    public record Remainder(int modulus, int remainder) implements Bounds {}

    /** What belongs to no other. */
    public record Rest() implements Bounds {}
}
