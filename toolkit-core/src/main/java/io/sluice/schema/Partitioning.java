package io.sluice.schema;

import io.sluice.sql.Expression;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.PartitioningNode;
import io.sluice.sql.tree.PartitioningNode.Between;
import io.sluice.sql.tree.PartitioningNode.Bounds;
import io.sluice.sql.tree.PartitioningNode.Method;
import io.sluice.sql.tree.PartitioningNode.OneOf;
import io.sluice.sql.tree.PartitioningNode.Partition;
import io.sluice.sql.tree.PartitioningNode.Remainder;
import io.sluice.sql.tree.PartitioningNode.Rest;
import io.sluice.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table are spread over partitions, by the value of a column or an expression.
 *
 * <pre>{@code
 * declare(Partitioning.byRange(at)
 *         .partition("events_2025", LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1))
 *         .rest("events_other"));
 * }</pre>
 */
public final class Partitioning<T> implements TablePart {
    private final Expr by;
    private final SqlType<T> type;
    private final Method method;
    private final List<Partition> partitions;

    private Partitioning(Expr by, SqlType<T> type, Method method, List<Partition> partitions) {
        this.by = by;
        this.type = type;
        this.method = method;
        this.partitions = partitions;
    }

    public static <T> Partitioning<T> byRange(Expression<T> expression) {
        return new Partitioning<>(expression.node(), expression.type(), Method.RANGE, List.of());
    }

    public static <T> Partitioning<T> byList(Expression<T> expression) {
        return new Partitioning<>(expression.node(), expression.type(), Method.LIST, List.of());
    }

    /** By hash, over so many partitions named after the table: {@code orders_p0}, {@code orders_p1}, … */
    public static <T> Partitioning<T> byHash(Expression<T> expression, String prefix, int count) {
        if (count < 1) {
            throw new StatementException("byHash(…): there is at least one partition, not %d".formatted(count));
        }
        var hashed = new Partitioning<>(expression.node(), expression.type(), Method.HASH, List.of());
        for (int i = 0; i < count; i++) {
            hashed = hashed.plus(prefix + i, new Remainder(count, i));
        }
        return hashed;
    }

    /** From one value on, up to but not with the other; null leaves an end open. */
    public Partitioning<T> partition(String name, @Nullable T from, @Nullable T to) {
        require(Method.RANGE, "partition(name, from, to)");
        return plus(
                name, new Between(from == null ? null : List.of(bind(from)), to == null ? null : List.of(bind(to))));
    }

    /** The rows with one of these values. */
    public Partitioning<T> partition(String name, List<? extends T> values) {
        require(Method.LIST, "partition(name, values)");
        return plus(name, new OneOf(values.stream().<Expr>map(this::bind).toList()));
    }

    /** What belongs to no other partition. */
    public Partitioning<T> rest(String name) {
        if (method == Method.HASH) {
            throw new StatementException("rest(\"%s\"): a hash leaves no rest".formatted(name));
        }
        return plus(name, new Rest());
    }

    PartitioningNode node() {
        return new PartitioningNode(method, List.of(by), partitions);
    }

    private Bind bind(T value) {
        return new Bind(type.checked(value), type);
    }

    private void require(Method needed, String clause) {
        if (method != needed) {
            throw new StatementException(
                    "%s belongs to partitions by %s, and these are by %s".formatted(clause, needed, method));
        }
    }

    private Partitioning<T> plus(String name, Bounds bounds) {
        TableName.requireName(name, "a partition's name");
        List<Partition> all = new ArrayList<>(partitions);
        all.add(new Partition(name, bounds));
        return new Partitioning<>(by, type, method, List.copyOf(all));
    }
}
