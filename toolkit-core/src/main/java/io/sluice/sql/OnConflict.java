package io.sluice.sql;

import io.sluice.sql.tree.Assignment;
import io.sluice.sql.tree.Atom.Excluded;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.InsertNode.Resolution;
import io.sluice.sql.tree.InsertNode.Target;
import io.sluice.sql.tree.InsertNode.TargetColumns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of ON CONFLICT; one of the {@code do…} methods ends it. MariaDB and MySQL cannot be told which key is
 * meant, so that a clash with any unique key counts, and count a row that is changed twice.
 */
public final class OnConflict {
    private final Insert insert;
    private final @Nullable Target target;

    OnConflict(Insert insert, @Nullable Target target) {
        this.insert = insert;
        this.target = target;
    }

    /** Which partial index is meant, by its condition. */
    @SafeVarargs
    public final OnConflict where(Expression<Boolean>... conditions) {
        if (!(target instanceof TargetColumns columns)) {
            throw new StatementException(
                    "onConflict(…).where(…) names a partial index, and needs its columns in onConflict(…)");
        }
        return new OnConflict(
                insert, new TargetColumns(columns.columns(), Conditions.append(columns.where(), conditions)));
    }

    /** Leaves the row that is there. */
    public Insert doNothing() {
        return insert.resolved(target, null);
    }

    /** Changes the row that is there, as an update does; {@link Sql#excluded} is what the insert proposed. */
    public Insert doUpdate(ColumnValue... values) {
        if (target == null) {
            throw new StatementException(
                    "doUpdate(…) needs to know which key clashes; name its columns in onConflict(…)");
        }
        List<Assignment> assignments = ColumnValue.checked(insert.table(), "doUpdate", values);
        assignments.forEach(this::requireOwnExcluded);
        List<Assignment> all =
                SentDefaults.completed(assignments, insert.table().updateDefaults());
        return insert.resolved(target, new Resolution(all, Chain.empty()));
    }

    private void requireOwnExcluded(Assignment assignment) {
        if (assignment.value() instanceof Excluded excluded) {
            ColumnValue.requireColumnOf(insert.table(), excluded.table(), excluded.column(), "excluded");
        }
    }
}
