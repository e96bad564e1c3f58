package io.sluice.dialect.h2;

import io.sluice.dialect.SqlWriter;
import io.sluice.sql.tree.Assignment;
import io.sluice.sql.tree.Atom;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.ChangeNode;
import io.sluice.sql.tree.CommonTable;
import io.sluice.sql.tree.DeleteNode;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FromItem;
import io.sluice.sql.tree.InsertNode;
import io.sluice.sql.tree.MergeNode;
import io.sluice.sql.tree.MergeNode.When;
import io.sluice.sql.tree.Predicate;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.SelectNode.Distinct;
import io.sluice.sql.tree.SourceNode;
import io.sluice.sql.tree.SourceNode.CommonRef;
import io.sluice.sql.tree.SourceNode.TableRef;
import io.sluice.sql.tree.Tail;
import io.sluice.sql.tree.UpdateNode;
import io.sluice.type.SqlTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How H2 says changes: RETURNING is a query of the change, ON CONFLICT is a MERGE, and the other sources of an UPDATE
 * or DELETE stand in subqueries.
 */
final class H2Compiler extends H2QueryCompiler {
    private @Nullable Qualifier returningFrom;
    private List<Qualifier> notReturned = List.of();
    private List<String> proposed = List.of();

    H2Compiler(H2Dialect dialect, SqlWriter out) {
        super(dialect, out);
    }

    @Override
    public void visitInsert(InsertNode insert) {
        InsertNode.Conflict conflict = insert.conflict();
        change(insert, insert.with(), insert.table(), "FINAL", List.of(), () -> {
            if (conflict == null) {
                insertInto(insert);
            } else {
                upsert(insert, conflict);
            }
        });
    }

    @Override
    public void visitUpdate(UpdateNode update) {
        change(update, update.with(), update.table(), "FINAL", qualifiers(update.from()), () -> {
            out.text("UPDATE ");
            table(update.table());
            out.text(" SET ");
            if (update.from().isEmpty()) {
                assignments(update.assignments());
                conjunction(" WHERE ", update.where());
            } else {
                assignmentsFrom(update);
                whereExists(update.from(), update.where());
            }
        });
    }

    @Override
    public void visitDelete(DeleteNode delete) {
        change(delete, delete.with(), delete.table(), "OLD", qualifiers(delete.using()), () -> {
            out.text("DELETE FROM ");
            table(delete.table());
            if (delete.using().isEmpty()) {
                conjunction(" WHERE ", delete.where());
            } else {
                whereExists(delete.using(), delete.where());
            }
        });
    }

    @Override
    public void visitMerge(MergeNode merge) {
        if (!merge.returning().isEmpty()
                && merge.whens().stream().anyMatch(when -> when instanceof MergeNode.MatchedDelete)) {
            throw cannot("RETURNING of a MERGE that deletes", "delete with a statement of its own");
        }
        List<Qualifier> source = List.of(merge.source().qualifier());
        change(merge, merge.with(), merge.target(), "FINAL", source, () -> {
            out.text("MERGE INTO ");
            table(merge.target());
            out.text(" USING ");
            if (merge.source() instanceof CommonRef common && !merge.with().isEmpty()) {
                out.text("(");
                with(Chain.empty());
                inherit(merge.with());
                out.text("SELECT * FROM ").identifier(common.name()).text(")");
                alias(common.qualifier().name());
            } else {
                source(merge.source());
            }
            out.text(" ON ");
            merge.on().accept(this);
            branches(merge.whens());
        });
    }

    // ---- many sets of values

    /** By MERGE, which looks for the row of each set, where a subquery would look for the sets of each row. */
    @Override
    protected void updateOf(UpdateNode update, SourceNode sets) {
        if (update.from().isEmpty()) {
            merge(
                    update.with(),
                    update.table(),
                    sets,
                    update.where(),
                    new MergeNode.MatchedUpdate(null, update.assignments()));
        } else {
            super.updateOf(update, sets);
        }
    }

    @Override
    protected void deleteOf(DeleteNode delete, SourceNode sets) {
        if (delete.using().isEmpty()) {
            merge(delete.with(), delete.table(), sets, delete.where(), new MergeNode.MatchedDelete(null));
        } else {
            super.deleteOf(delete, sets);
        }
    }

    private void merge(Chain<CommonTable> with, TableRef table, SourceNode sets, Chain<Expr> where, When branch) {
        visitMerge(
                new MergeNode(with, table, sets, new Predicate.Junction(true, where), Chain.of(branch), Chain.empty()));
    }

    // ---- returning

    /** The rows of a change are read from a table that it makes, which goes by the name of the table it changes. */
    private void change(
            ChangeNode change,
            Chain<CommonTable> with,
            TableRef table,
            String version,
            List<Qualifier> others,
            Runnable body) {
        inherit(with);
        if (change.returning().isEmpty()) {
            body.run();
        } else {
            out.text("SELECT ");
            returningFrom = table.qualifier();
            notReturned = others;
            resultItems(change.returning());
            returningFrom = null;
            notReturned = List.of();
            out.text(" FROM ").text(version).text(" TABLE (");
            body.run();
            out.text(")");
            alias(table.qualifier().name());
        }
        inherit(Chain.empty());
    }

    @Override
    public void visitColumn(Atom.ColumnRef column) {
        Qualifier source = column.source();
        if (source != null && notReturned.contains(source)) {
            throw cannot(
                    "RETURNING a column of %s, which is not changed".formatted(source.name()),
                    "select it with a statement of its own");
        }
        super.visitColumn(
                source != null && source.equals(returningFrom)
                        ? new Atom.ColumnRef(Qualifier.alias(source.name()), column.name())
                        : column);
    }

    private static List<Qualifier> qualifiers(List<FromItem> items) {
        return items.stream()
                .flatMap(item -> item.source().qualifiers().stream())
                .toList();
    }

    // ---- other sources

    /** What needs the other sources comes from one subquery; if they give a row two different values, H2 fails. */
    private void assignmentsFrom(UpdateNode update) {
        List<Assignment> values =
                update.assignments().stream().filter(this::isValue).toList();
        List<Assignment> computed =
                update.assignments().stream().filter(set -> !isValue(set)).toList();
        if (!computed.isEmpty()) {
            columnNames("(", computed.stream().map(Assignment::column).toList());
            out.text(" = ");
            nested(query(
                    Distinct.ROWS, computed.stream().map(Assignment::value).toList(), update.from(), update.where()));
            out.text(values.isEmpty() ? "" : ", ");
        }
        assignments(values);
    }

    private boolean isValue(Assignment assignment) {
        Expr value = assignment.value();
        return value instanceof Atom.Bind
                || value instanceof Atom.Keyword
                || (value instanceof Atom.Param param && !isColumnOfSets(param));
    }

    private void whereExists(Chain<FromItem> sources, Chain<Expr> where) {
        out.text(" WHERE ");
        visitExists(new Predicate.Exists(query(Distinct.NO, List.of(new Atom.Constant(1)), sources, where)));
    }

    private static SelectNode query(Distinct distinct, List<Expr> values, Chain<FromItem> from, Chain<Expr> where) {
        var items = values.stream()
                .map(value ->
                        new ResultItem(value, null, SqlTypes.INTEGER)) // inside a statement nobody asks for the type
                .toList();
        return new SelectNode(
                Chain.empty(),
                new SelectNode.Projection(distinct, List.of(), items),
                from,
                where,
                SelectNode.Grouping.NONE,
                Tail.NONE,
                Chain.empty());
    }

    // ---- upsert

    private void upsert(InsertNode insert, InsertNode.Conflict conflict) {
        List<String> key = key(insert, conflict);
        proposed = insert.columns();
        out.text("MERGE INTO ");
        tableName(insert.table());
        out.text(" USING ");
        if (conflict.resolution() == null && mayRepeatKeys(insert.origin())) {
            out.text("(SELECT * FROM ");
            proposedRows(insert);
            firstOfEachKey(key);
            out.text(") AS excluded");
        } else {
            proposedRows(insert);
        }
        String word = " ON ";
        for (String column : key) {
            out.text(word);
            qualifier(insert.table().qualifier());
            out.text(".").identifier(column).text(" = excluded.").identifier(column);
            word = " AND ";
        }
        InsertNode.Resolution resolution = conflict.resolution();
        if (resolution != null) {
            out.text(" WHEN MATCHED");
            conjunction(" AND ", resolution.where());
            out.text(" THEN UPDATE SET ");
            assignments(resolution.assignments());
        }
        when(new MergeNode.NotMatchedInsert(
                null,
                insert.columns().stream()
                        .map(column -> new Assignment(
                                column, new Atom.Excluded(insert.table().qualifier(), column)))
                        .toList()));
        proposed = List.of();
    }

    private List<String> key(InsertNode insert, InsertNode.Conflict conflict) {
        if (!(conflict.target() instanceof InsertNode.TargetColumns target)) {
            throw cannot("ON CONFLICT of any key or of a constraint", "name the key's columns in onConflict(…)");
        }
        if (!target.where().isEmpty()) {
            throw cannot("ON CONFLICT of a partial index", "name a key of the whole table");
        }
        if (!insert.columns().containsAll(target.columns())) {
            throw cannot("ON CONFLICT of columns that the insert does not set", "set " + target.columns());
        }
        return target.columns();
    }

    private static boolean mayRepeatKeys(InsertNode.Origin origin) {
        return !(origin instanceof InsertNode.Rows rows && rows.rows().size() == 1);
    }

    private void proposedRows(InsertNode insert) {
        if (insert.origin() instanceof InsertNode.Rows rows) {
            requireRows(rows);
            if (rows.rows().stream().anyMatch(row -> row.contains(Atom.Keyword.DEFAULT))) {
                throw cannot("DEFAULT in an insert with onConflict(…)", "leave the column out");
            }
            out.text("(VALUES ");
            rows(rows.rows());
            out.text(")");
        } else if (insert.origin() instanceof InsertNode.FromQuery from) {
            nested(from.query());
        }
        out.text(" AS excluded");
        columnNames(" (", insert.columns());
    }

    /** A MERGE does not see the rows it has inserted, so a repeated key has to go before; NULL repeats nothing. */
    private void firstOfEachKey(List<String> key) {
        String word = " QUALIFY ";
        for (String column : key) {
            out.text(word).text("excluded.").identifier(column).text(" IS NULL");
            word = " OR ";
        }
        out.text(" OR ROW_NUMBER() OVER (PARTITION BY ");
        word = "";
        for (String column : key) {
            out.text(word).text("excluded.").identifier(column);
            word = ", ";
        }
        out.text(") = 1");
    }

    @Override
    public void visitExcluded(Atom.Excluded excluded) {
        if (!proposed.contains(excluded.column())) {
            throw cannot(
                    "excluded(%s), which the insert does not set".formatted(excluded.column()),
                    "set it in the insert too");
        }
        super.visitExcluded(excluded);
    }

    // ---- merge

    /** A last branch that does nothing is what happens anyway. */
    private void branches(List<When> whens) {
        for (int i = 0; i < whens.size(); i++) {
            When when = whens.get(i);
            if (!doesNothing(when)) {
                when(when);
            } else if (whens.subList(i, whens.size()).stream()
                    .anyMatch(after -> !doesNothing(after) && isMatched(after) == isMatched(when))) {
                throw cannot(
                        "DO NOTHING before another branch of a MERGE",
                        "put the opposite of its condition into the branches after it");
            }
        }
        if (whens.stream().allMatch(H2Compiler::doesNothing)) {
            throw cannot("a MERGE that does nothing", "leave it out");
        }
    }

    private static boolean doesNothing(When when) {
        return when instanceof MergeNode.MatchedNothing || when instanceof MergeNode.NotMatchedNothing;
    }

    private static boolean isMatched(When when) {
        return !(when instanceof MergeNode.NotMatchedInsert || when instanceof MergeNode.NotMatchedNothing);
    }
}
