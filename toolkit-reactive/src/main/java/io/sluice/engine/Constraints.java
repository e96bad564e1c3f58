package io.sluice.engine;

import io.sluice.dialect.Dialect;
import io.sluice.schema.DeclaredConstraint;
import io.sluice.schema.DeclaredConstraint.Kind;
import io.sluice.schema.Metadata;
import io.sluice.sql.tree.BatchNode;
import io.sluice.sql.tree.DeleteNode;
import io.sluice.sql.tree.InsertNode;
import io.sluice.sql.tree.MergeNode;
import io.sluice.sql.tree.ObjectName;
import io.sluice.sql.tree.SourceNode.TableRef;
import io.sluice.sql.tree.StatementNode;
import io.sluice.sql.tree.UpdateNode;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds what declared the constraint that a database says is violated. It is found by its name, or by its columns where the
 * database has given it a name of its own; where several could be meant, none is.
 */
final class Constraints {
    private final @Nullable Metadata metadata;
    private final Dialect dialect;

    /** Made when the first is violated; threads that race make the same. */
    private @Nullable List<DeclaredConstraint> known;

    Constraints(@Nullable Metadata metadata, Dialect dialect) {
        this.metadata = metadata;
        this.dialect = dialect;
    }

    @Nullable
    DeclaredConstraint find(Failure failure, Violated told, @Nullable StatementNode statement) {
        if (metadata == null) {
            return null;
        }
        DeclaredConstraint found = find(metadata, failure, told, statement);
        // statements may run in another schema than their tables name
        return found != null || told.schema() == null
                ? found
                : find(
                        metadata,
                        failure,
                        new Violated(told.constraint(), null, told.table(), told.columns()),
                        statement);
    }

    private @Nullable DeclaredConstraint find(
            Metadata model, Failure failure, Violated told, @Nullable StatementNode statement) {
        TableRef target = statement == null ? null : targetOf(statement);
        List<DeclaredConstraint> possible = known(model).stream()
                .filter(constraint -> failure.concerns(constraint.kind()))
                .filter(constraint -> isOfTable(constraint, told, target))
                .toList();
        String name = told.constraint();
        DeclaredConstraint found = null;
        if (name != null) {
            found = only(possible, constraint -> isCalled(constraint, name, String::equals));
            found = found != null
                    ? found
                    : only(possible, constraint -> isCalled(constraint, name, String::equalsIgnoreCase));
        }
        return found != null ? found : only(possible, constraint -> isOver(constraint, told, target));
    }

    private List<DeclaredConstraint> known(Metadata model) {
        List<DeclaredConstraint> all = known;
        if (all == null) {
            all = model.constraints();
            known = all;
        }
        return all;
    }

    private static @Nullable DeclaredConstraint only(
            List<DeclaredConstraint> constraints, Predicate<DeclaredConstraint> isMeant) {
        List<DeclaredConstraint> meant = constraints.stream().filter(isMeant).toList();
        return meant.size() == 1 ? meant.get(0) : null;
    }

    /** A database that does not tell the table of a constraint means the one that the statement changes. */
    private static boolean isOfTable(DeclaredConstraint constraint, Violated told, @Nullable TableRef target) {
        var table = constraint.table().tableName();
        if (told.table() != null) {
            return told.table().equalsIgnoreCase(table.name())
                    && (told.schema() == null
                            || table.schema() == null
                            || told.schema().equalsIgnoreCase(table.schema()));
        }
        return target == null || target.name().equalsIgnoreCase(table.name());
    }

    private boolean isCalled(DeclaredConstraint constraint, String told, NameEquality equality) {
        ObjectName name = constraint.name();
        return (constraint.kind() == Kind.PRIMARY_KEY && told.equals(Violated.PRIMARY_KEY))
                || (name != null && equality.test(dialect.fitting(name), told));
    }

    /** MariaDB calls a unique key without a name as its first column, and tells no columns. */
    private static boolean isOver(DeclaredConstraint constraint, Violated told, @Nullable TableRef target) {
        List<String> columns = told.columns();
        if (columns.isEmpty() && told.constraint() != null && target != null && constraint.kind() == Kind.UNIQUE) {
            columns = List.of(told.constraint());
        }
        if (columns.isEmpty() || columns.size() != constraint.columns().size()) {
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).equalsIgnoreCase(constraint.columns().get(i).name())) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable TableRef targetOf(StatementNode statement) {
        if (statement instanceof InsertNode insert) {
            return insert.table();
        }
        if (statement instanceof UpdateNode update) {
            return update.table();
        }
        if (statement instanceof DeleteNode delete) {
            return delete.table();
        }
        if (statement instanceof BatchNode batch) {
            return targetOf(batch.change());
        }
        return statement instanceof MergeNode merge ? merge.target() : null;
    }

    @FunctionalInterface
    private interface NameEquality {
        boolean test(String one, String other);
    }
}
