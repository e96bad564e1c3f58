package io.sluice.sql.tree;

import java.util.List;

/** What the rows of a table must keep to. */
public sealed interface ConstraintNode {

    ObjectName name();

    /** PRIMARY KEY. */
    record PrimaryKey(ObjectName name, List<String> columns) implements ConstraintNode {}

    /** UNIQUE. */
    record Unique(ObjectName name, List<String> columns) implements ConstraintNode {}

    /** CHECK. */
    record Check(ObjectName name, Expr condition) implements ConstraintNode {}

    /** FOREIGN KEY. */
    record ForeignKey(
            ObjectName name,
            List<String> columns,
            Qualifier target,
            List<String> keys,
            ReferentialAction onDelete,
            ReferentialAction onUpdate,
            Deferral deferral)
            implements ConstraintNode {}
}
