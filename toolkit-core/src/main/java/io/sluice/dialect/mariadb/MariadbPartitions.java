package io.sluice.dialect.mariadb;

import io.sluice.dialect.DefinitionCompiler;
import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.PartitioningNode;
import io.sluice.sql.tree.PartitioningNode.Between;
import io.sluice.sql.tree.PartitioningNode.Method;
import io.sluice.sql.tree.PartitioningNode.OneOf;
import io.sluice.sql.tree.PartitioningNode.Partition;
import io.sluice.sql.tree.PartitioningNode.Rest;
import io.sluice.sql.tree.TableNode;
import java.util.List;
import java.util.Objects;

/** Partitions, which are part of their table here; each range begins where the one before it ends. */
abstract class MariadbPartitions extends DefinitionCompiler {

    MariadbPartitions(MariadbDialect dialect) {
        super(dialect);
    }

    @Override
    protected void partitionBy(TableNode table, PartitioningNode partitioning) {
        boolean isHash = partitioning.method() == Method.HASH;
        out.text(" PARTITION BY ").text(partitioning.method().name()).text(isHash ? " (" : " COLUMNS (");
        Expr by = partitioning.by().get(0);
        if (!isHash && !(by instanceof ColumnRef)) {
            throw cannot(
                    "partitions by %s of an expression".formatted(partitioning.method()),
                    "partition by a column that is computed(…) from it");
        }
        own(table.owners(), by, "the partitioning of " + table.name().name());
        out.text(")");
        List<Partition> partitions = partitioning.partitions();
        for (int i = 0; i < partitions.size(); i++) {
            Partition partition = partitions.get(i);
            out.text(i == 0 ? " (" : ", ").text("PARTITION ").identifier(partition.name());
            if (partition.bounds() instanceof Between between) {
                requireNoGap(partitions, i, between);
                lessThan(between);
            } else if (partition.bounds() instanceof OneOf oneOf) {
                out.text(" VALUES IN ");
                values(oneOf.values());
            } else if (partition.bounds() instanceof Rest) {
                rest(partitioning.method(), partition);
            }
        }
        out.text(partitions.isEmpty() ? "" : ")");
    }

    private void lessThan(Between between) {
        out.text(" VALUES LESS THAN ");
        if (between.to() == null) {
            out.text("(MAXVALUE)");
        } else {
            values(between.to());
        }
    }

    /** What is below the first range would be taken into it. */
    private void requireNoGap(List<Partition> partitions, int i, Between between) {
        Object before = i == 0 ? null : partitions.get(i - 1).bounds() instanceof Between last ? last.to() : null;
        if (!Objects.equals(before, between.from())) {
            throw cannot(
                    "a range with a gap before it (%s)"
                            .formatted(partitions.get(i).name()),
                    "begin the first with null, and each other one where the one before it ends");
        }
    }

    private void rest(Method method, Partition partition) {
        if (method == Method.RANGE) {
            throw cannot(
                    "a rest of ranges (%s)".formatted(partition.name()),
                    "leave rest(…) out, and end the last range with null");
        }
        out.text(" DEFAULT");
    }
}
