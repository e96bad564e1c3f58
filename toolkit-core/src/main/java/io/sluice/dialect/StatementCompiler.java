package io.sluice.dialect;

import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Assignment;
import io.sluice.sql.tree.BatchNode;
import io.sluice.sql.tree.ChangeNode;
import io.sluice.sql.tree.DeleteNode;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FunctionName;
import io.sluice.sql.tree.InsertNode;
import io.sluice.sql.tree.MergeNode;
import io.sluice.sql.tree.ScriptNode;
import io.sluice.sql.tree.SourceNode;
import io.sluice.sql.tree.UpdateNode;
import java.util.List;

/**
 * Says whole statements, in the words that most databases share: queries as {@link QueryCompiler} does, changes here. A
 * dialect overrides the clause that differs.
 */
public class StatementCompiler extends QueryCompiler {

    protected StatementCompiler(Dialect dialect, SqlWriter out) {
        super(dialect, out);
    }

    // ---- changes

    @Override
    public void visitInsert(InsertNode insert) {
        with(insert.with());
        insertInto(insert);
        conflict(insert);
        returning(insert);
    }

    protected final void insertInto(InsertNode insert) {
        depth++;
        out.text("INSERT INTO ");
        tableName(insert.table());
        columnNames(" (", insert.columns());
        if (insert.origin() instanceof InsertNode.Rows rows) {
            out.text(" VALUES ");
            requireRows(rows);
            cells(rows.rows());
        } else if (insert.origin() instanceof InsertNode.FromQuery from) {
            out.text(" ");
            from.query().accept(this);
        } else if (insert.origin() instanceof InsertNode.WithKeys keyed) {
            out.text(" OVERRIDING SYSTEM VALUE ");
            keyed.query().accept(this);
        } else {
            defaultRow();
        }
        depth--;
    }

    protected static void requireRows(InsertNode.Rows rows) {
        if (rows.rows().isEmpty()) {
            throw new StatementException(
                    "an insert without rows has no SQL; do not run it where there is nothing to insert");
        }
    }

    protected void defaultRow() {
        out.text(" DEFAULT VALUES");
    }

    protected void conflict(InsertNode insert) {
        InsertNode.Conflict conflict = insert.conflict();
        if (conflict == null) {
            return;
        }
        depth++;
        out.text(" ON CONFLICT");
        if (conflict.target() instanceof InsertNode.TargetColumns columns) {
            columnNames(" (", columns.columns());
            conjunction(" WHERE ", columns.where());
        } else if (conflict.target() instanceof InsertNode.TargetConstraint constraint) {
            out.text(" ON CONSTRAINT ").identifier(constraint.name());
        }
        if (conflict.resolution() == null) {
            out.text(" DO NOTHING");
        } else {
            out.text(" DO UPDATE SET ");
            assignments(conflict.resolution().assignments());
            conjunction(" WHERE ", conflict.resolution().where());
        }
        depth--;
    }

    @Override
    public void visitUpdate(UpdateNode update) {
        with(update.with());
        depth++;
        out.text("UPDATE ");
        table(update.table());
        out.text(" SET ");
        assignments(update.assignments());
        if (!update.from().isEmpty()) {
            out.text(" FROM ");
            from(update.from());
        }
        conjunction(" WHERE ", update.where());
        depth--;
        returning(update);
    }

    @Override
    public void visitDelete(DeleteNode delete) {
        with(delete.with());
        depth++;
        out.text("DELETE FROM ");
        table(delete.table());
        if (!delete.using().isEmpty()) {
            out.text(" USING ");
            from(delete.using());
        }
        conjunction(" WHERE ", delete.where());
        depth--;
        returning(delete);
    }

    @Override
    public void visitMerge(MergeNode merge) {
        with(merge.with());
        depth++;
        out.text("MERGE INTO ");
        table(merge.target());
        out.text(" USING ");
        source(merge.source());
        out.text(" ON ");
        merge.on().accept(this);
        merge.whens().forEach(this::when);
        depth--;
        returning(merge);
    }

    protected void when(MergeNode.When when) {
        boolean isMatched =
                !(when instanceof MergeNode.NotMatchedInsert || when instanceof MergeNode.NotMatchedNothing);
        out.text(isMatched ? " WHEN MATCHED" : " WHEN NOT MATCHED");
        if (when.condition() != null) {
            out.text(" AND ");
            operand(when.condition(), Precedence.AND);
        }
        out.text(" THEN ");
        if (when instanceof MergeNode.MatchedUpdate update) {
            out.text("UPDATE SET ");
            assignments(update.assignments());
        } else if (when instanceof MergeNode.MatchedDelete) {
            out.text("DELETE");
        } else if (when instanceof MergeNode.NotMatchedInsert insert) {
            out.text("INSERT");
            columnNames(
                    " (", insert.assignments().stream().map(Assignment::column).toList());
            out.text(" VALUES (");
            knownList(insert.assignments().stream().map(Assignment::value).toList());
            out.text(")");
        } else {
            out.text("DO NOTHING");
        }
    }

    // ---- one change for many sets of values

    @Override
    public void visitBatch(BatchNode batch) {
        if (batch.sets().isEmpty()) {
            throw new StatementException(
                    "a change for no sets of values has no SQL; do not run it where there is nothing to change");
        }
        SourceNode given = sets(batch);
        givenSets = given;
        sets = batch.params();
        if (batch.change() instanceof InsertNode insert) {
            visitInsert(Sets.insert(insert, batch, given));
        } else if (batch.change() instanceof UpdateNode update) {
            Sets.requireOtherName(update.table().qualifier());
            updateOf(update, given);
        } else if (batch.change() instanceof DeleteNode delete) {
            Sets.requireOtherName(delete.table().qualifier());
            deleteOf(delete, given);
        } else {
            throw cannot("a MERGE for many sets of values", "merge values(…) with as(…)");
        }
        givenSets = null;
        sets = List.of();
    }

    /** What gives the sets of a batch, as a source with a column for each param. */
    protected SourceNode sets(BatchNode batch) {
        return Sets.writtenOut(batch);
    }

    /** The same from a function that gives a row for each set. */
    protected final SourceNode setsMadeBy(String function, List<Expr> arguments, BatchNode batch) {
        return Sets.madeBy(FunctionName.common(function), arguments, batch);
    }

    protected void updateOf(UpdateNode update, SourceNode sets) {
        visitUpdate(Sets.update(update, sets));
    }

    protected void deleteOf(DeleteNode delete, SourceNode sets) {
        visitDelete(Sets.delete(delete, sets));
    }

    protected void returning(ChangeNode change) {
        if (!change.returning().isEmpty()) {
            out.text(" RETURNING ");
            resultItems(change.returning());
        }
    }

    @Override
    public void visitScript(ScriptNode script) {
        String separator = "";
        for (String text : dialect.texts(script)) {
            out.text(separator).text(text);
            separator = ";\n";
        }
    }

    protected final void assignments(List<Assignment> assignments) {
        for (int i = 0; i < assignments.size(); i++) {
            out.text(i > 0 ? ", " : "");
            assignment(assignments.get(i));
        }
    }

    protected void assignment(Assignment assignment) {
        out.identifier(assignment.column()).text(" = ");
        knownOperand(assignment.value(), Precedence.OR);
    }
}
