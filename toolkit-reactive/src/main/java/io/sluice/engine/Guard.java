package io.sluice.engine;

import io.sluice.sql.StatementException;
import io.sluice.sql.tree.BatchNode;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.CommonTable;
import io.sluice.sql.tree.CompoundNode;
import io.sluice.sql.tree.DeleteNode;
import io.sluice.sql.tree.InsertNode;
import io.sluice.sql.tree.MergeNode;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.StatementNode;
import io.sluice.sql.tree.UpdateNode;

/** What is looked at before anything is sent. */
final class Guard {

    private Guard() {}

    /** An insert of no rows has no SQL, and nothing to do; nor has a change for no sets of values. */
    static boolean doesNothing(StatementNode tree) {
        if (tree instanceof BatchNode batch) {
            return batch.sets().isEmpty();
        }
        return tree instanceof InsertNode insert
                && insert.origin() instanceof InsertNode.Rows rows
                && rows.rows().isEmpty();
    }

    /** A change of every row must have been asked for, in a common table too. */
    static void requireRestriction(StatementNode tree) {
        if (tree instanceof BatchNode batch) {
            requireRestriction(batch.change());
        }
        if (tree instanceof UpdateNode update && update.where().isEmpty() && !update.isUnrestricted()) {
            throw unrestricted("update", update.table().name());
        }
        if (tree instanceof DeleteNode delete && delete.where().isEmpty() && !delete.isUnrestricted()) {
            throw unrestricted("delete", delete.table().name());
        }
        for (CommonTable table : commonTables(tree)) {
            requireRestriction(table.query());
        }
    }

    private static StatementException unrestricted(String statement, String table) {
        return new StatementException(
                "%s of %s has no where(…) and would change every row; add a condition, or everyRow() if that is meant"
                        .formatted(statement, table));
    }

    private static Chain<CommonTable> commonTables(StatementNode tree) {
        if (tree instanceof SelectNode select) {
            return select.with();
        }
        if (tree instanceof CompoundNode compound) {
            return compound.with();
        }
        if (tree instanceof InsertNode insert) {
            return insert.with();
        }
        if (tree instanceof UpdateNode update) {
            return update.with();
        }
        if (tree instanceof DeleteNode delete) {
            return delete.with();
        }
        return tree instanceof MergeNode merge ? merge.with() : Chain.empty();
    }
}
