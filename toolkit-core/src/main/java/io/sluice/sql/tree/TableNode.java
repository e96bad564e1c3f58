package io.sluice.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as CREATE TABLE says it, with its indexes. Its expressions call its columns by {@code declaredAs}, which is not
 * its own name where it stands in another schema than it was declared in.
 */
public record TableNode(
        Qualifier name,
        Qualifier declaredAs,
        List<ColumnNode> columns,
        List<ConstraintNode> constraints,
        List<IndexNode> indexes,
        @Nullable PartitioningNode partitioning,
        List<Option> options,
        @Nullable String comment) {

    /** The names by which its expressions may call its columns. */
    public List<Qualifier> owners() {
        return List.of(name, declaredAs);
    }

    /** SQL by hand that stands after the columns; the dialect by its name, for the others do not say it. */
    public record Option(String dialect, String sql) {}
}
