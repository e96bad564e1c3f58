package io.sluice.dialect.mariadb;

import io.sluice.dialect.SqlWriter;
import io.sluice.sql.tree.Assignment;
import io.sluice.sql.tree.Atom;
import io.sluice.sql.tree.Call.GroupingSets;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.ChangeNode;
import io.sluice.sql.tree.CommonTable;
import io.sluice.sql.tree.CompoundNode;
import io.sluice.sql.tree.DeleteNode;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FromItem;
import io.sluice.sql.tree.InsertNode;
import io.sluice.sql.tree.MergeNode;
import io.sluice.sql.tree.QueryNode;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.SourceNode;
import io.sluice.sql.tree.SourceNode.TableRef;
import io.sluice.sql.tree.Tail;
import io.sluice.sql.tree.UpdateNode;
import io.sluice.sql.tree.ValuesNode;
import io.sluice.type.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where MariaDB disagrees with {@link io.sluice.dialect.StatementCompiler} about statements. */
public class MariadbCompiler extends MariadbExpressionCompiler {
    /** The table whose columns are being set, and those that are. */
    private @Nullable TableRef changed;

    private final Set<String> alreadySet = new HashSet<>();
    private boolean hasOtherSources;

    public MariadbCompiler(MariadbDialect dialect, SqlWriter out) {
        super(dialect, out);
    }

    // ---- queries

    /** The server writes six digits of a float. */
    @Override
    protected void resultItem(ResultItem item) {
        if (isOutermostResult() && item.type().kind() == Kind.REAL) {
            castItem(item, "DOUBLE");
        } else {
            super.resultItem(item);
        }
    }

    @Override
    public void visitSelect(SelectNode select) {
        if (select.locks().size() > 1) {
            throw cannot("several locks in one query", "ask for the stronger one");
        }
        if (isRollup(select.grouping()) && !select.tail().orderBy().isEmpty()) {
            rollupInOrder();
        }
        super.visitSelect(select);
    }

    protected void rollupInOrder() {
        throw cannot("ROLLUP with ORDER BY", "put the query in FROM with as(…), and order outside");
    }

    @Override
    protected void distinctOn(List<Expr> expressions) {
        throw cannot("DISTINCT ON", "number the rows with rowNumber().over(…) in a derived table and keep number 1");
    }

    @Override
    protected void grouping(SelectNode.Grouping grouping) {
        if (isRollup(grouping)) {
            out.text(" GROUP BY ");
            list(((GroupingSets) grouping.groupBy().get(0))
                    .sets().stream().flatMap(List::stream).toList());
            out.text(" WITH ROLLUP");
            super.grouping(new SelectNode.Grouping(Chain.empty(), grouping.having(), grouping.windows()));
        } else {
            super.grouping(grouping);
        }
    }

    private static boolean isRollup(SelectNode.Grouping grouping) {
        return grouping.groupBy().size() == 1
                && grouping.groupBy().get(0) instanceof GroupingSets sets
                && sets.kind() == GroupingSets.Kind.ROLLUP;
    }

    @Override
    protected void offset(Tail tail) {
        if (tail.limit() == null) {
            // there is no OFFSET without LIMIT
            out.text(" LIMIT ").number(Long.MAX_VALUE);
        }
        super.offset(tail);
    }

    @Override
    protected void lock(SelectNode.Lock lock) {
        if (!lock.of().isEmpty()) {
            throw cannot("a lock OF some sources", "leave of(…) out, or lock their rows in a query of their own");
        }
        switch (lock.strength()) {
            case UPDATE -> out.text(" FOR UPDATE");
            case SHARE -> out.text(" LOCK IN SHARE MODE");
            case NO_KEY_UPDATE -> throw cannot("FOR NO KEY UPDATE", "use forUpdate(), which locks more");
            case KEY_SHARE -> throw cannot("FOR KEY SHARE", "use forShare(), which locks more");
        }
        waiting(lock.waiting());
    }

    /** As selects, since a prepared VALUES forgets its parameters; and selects can name their columns. */
    @Override
    public void visitValues(ValuesNode values) {
        for (int i = 0; i < values.rows().size(); i++) {
            List<ResultItem> row = new ArrayList<>();
            for (int j = 0; j < values.items().size(); j++) {
                ResultItem item = values.items().get(j);
                row.add(new ResultItem(values.rows().get(i).get(j), i == 0 ? item.label() : null, item.type()));
            }
            if (i == 0) {
                out.text("SELECT ");
                resultItems(row);
            } else {
                out.text(" UNION ALL SELECT ");
                list(values.rows().get(i));
            }
        }
    }

    // ---- sources

    @Override
    protected void join(FromItem item) {
        if (item.type() == FromItem.JoinType.FULL) {
            throw cannot(
                    "FULL JOIN",
                    "put a leftJoin(…) and the rows that only the other side has together with unionAll(…)");
        }
        super.join(item);
    }

    @Override
    protected void derived(SourceNode.Derived derived) {
        if (derived.isLateral()) {
            lateral();
        }
        if (derived.columns().isEmpty() || derived.query() instanceof ValuesNode) {
            out.text(derived.isLateral() ? "LATERAL " : "");
            nested(derived.query());
        } else {
            // a derived table cannot name its columns, a common table can
            out.text("(WITH ").identifier(derived.alias());
            columnNames(" (", derived.columns());
            out.text(" AS ");
            nested(derived.query());
            out.text(" SELECT * FROM ").identifier(derived.alias()).text(")");
        }
        alias(derived.alias());
    }

    protected void lateral() {
        throw cannot(
                "LATERAL",
                "select what it gives as a subquery for each column, or join a derived table that is grouped");
    }

    @Override
    protected void rowsFunction(SourceNode.FunctionRef function) {
        throw cannot(
                "rows of a function",
                "write the query as text(…), for JSON_TABLE or a sequence, and use it with as(…)");
    }

    @Override
    protected void commonTable(CommonTable table) {
        if (!(table.query() instanceof QueryNode)) {
            throw cannot("a common table that changes data", "run the change as a statement of its own, before");
        }
        if (table.materialized() != null) {
            throw cannot("MATERIALIZED", "leave materialized(…) out; the optimizer decides");
        }
        super.commonTable(table);
    }

    // ---- changes

    @Override
    public void visitInsert(InsertNode insert) {
        if (insert.conflict() != null
                && insert.conflict().resolution() == null
                && !insert.returning().isEmpty()) {
            throw cannot(
                    "RETURNING of rows inserted with doNothing()",
                    "as it gives rows that were there too; select them, or say what to change with doUpdate(…)");
        }
        super.visitInsert(insert.with().isEmpty() ? insert : withInsideTheQuery(insert));
    }

    /** WITH stands before the query here, and not before INSERT. */
    private InsertNode withInsideTheQuery(InsertNode insert) {
        QueryNode query = insert.origin() instanceof InsertNode.FromQuery from ? from.query() : null;
        QueryNode whole;
        if (query instanceof SelectNode select) {
            whole = new SelectNode(
                    insert.with().plusAll(select.with()),
                    select.projection(),
                    select.from(),
                    select.where(),
                    select.grouping(),
                    select.tail(),
                    select.locks());
        } else if (query instanceof CompoundNode compound) {
            whole = new CompoundNode(
                    insert.with().plusAll(compound.with()),
                    compound.first(),
                    compound.parts(),
                    compound.tail(),
                    compound.items());
        } else {
            throw cannot("WITH before an insert of rows written out", "insert from(select(…)) instead of values(…)");
        }
        return new InsertNode(
                Chain.empty(),
                insert.table(),
                insert.columns(),
                new InsertNode.FromQuery(whole),
                insert.conflict(),
                insert.returning());
    }

    @Override
    protected void defaultRow() {
        out.text(" () VALUES ()");
    }

    /** Any unique key counts, since none can be named. INSERT IGNORE would swallow other errors too. */
    @Override
    protected void conflict(InsertNode insert) {
        InsertNode.Conflict conflict = insert.conflict();
        if (conflict == null) {
            return;
        }
        InsertNode.Resolution resolution = conflict.resolution();
        boolean isPartial = conflict.target() instanceof InsertNode.TargetColumns target
                && !target.where().isEmpty();
        if (isPartial || (resolution != null && !resolution.where().isEmpty())) {
            throw cannot(
                    "a condition in an upsert",
                    "give the column its old value with caseWhen(…) where it does not hold");
        }
        out.text(" ON DUPLICATE KEY UPDATE ");
        List<Assignment> changes = resolution == null ? noChange(insert, conflict) : resolution.assignments();
        set(insert.table(), insert.origin() instanceof InsertNode.FromQuery, changes);
    }

    private List<Assignment> noChange(InsertNode insert, InsertNode.Conflict conflict) {
        String column = anyColumn(insert, conflict);
        return List.of(new Assignment(column, new Atom.ColumnRef(insert.table().qualifier(), column)));
    }

    private String anyColumn(InsertNode insert, InsertNode.Conflict conflict) {
        if (conflict.target() instanceof InsertNode.TargetColumns target) {
            return target.columns().get(0);
        }
        if (insert.columns().isEmpty()) {
            throw cannot("an upsert of default values alone", "name the key's columns in onConflict(…)");
        }
        return insert.columns().get(0);
    }

    @Override
    public void visitExcluded(Atom.Excluded excluded) {
        out.text("VALUES(").identifier(excluded.column()).text(")");
    }

    @Override
    public void visitUpdate(UpdateNode update) {
        requireNoWith(update.with(), "an update");
        with(update.with());
        out.text("UPDATE ");
        table(update.table());
        if (!update.from().isEmpty()) {
            out.text(", ");
            from(update.from());
        }
        out.text(" SET ");
        set(update.table(), !update.from().isEmpty(), update.assignments());
        conjunction(" WHERE ", update.where());
        returning(update);
    }

    private void set(TableRef table, boolean besideOthers, List<Assignment> assignments) {
        changed = table;
        hasOtherSources = besideOthers;
        assignments(assignments);
        changed = null;
        alreadySet.clear();
    }

    /** With its table's name, where other sources may have a column of this name too. */
    @Override
    protected void assignment(Assignment assignment) {
        if (changed != null && hasOtherSources) {
            qualifier(changed.qualifier());
            out.text(".");
        }
        super.assignment(assignment);
        alreadySet.add(assignment.column());
    }

    /** Columns are set from left to right, and what reads a column after that sees the new value. */
    @Override
    public void visitColumn(Atom.ColumnRef column) {
        if (changed != null && changed.qualifier().equals(column.source()) && alreadySet.contains(column.name())) {
            throw cannot(
                    "%s read after it is set, since it sets columns from left to right".formatted(column.name()),
                    "set %s last, or in a statement of its own".formatted(column.name()));
        }
        super.visitColumn(column);
    }

    @Override
    public void visitDelete(DeleteNode delete) {
        requireNoWith(delete.with(), "a delete");
        with(delete.with());
        boolean isPlain = delete.using().isEmpty() && delete.table().alias() == null;
        if (!isPlain && !delete.returning().isEmpty()) {
            throw cannot("RETURNING of a delete with an alias or using(…)", "use in(select(…)), and no alias");
        }
        out.text("DELETE ");
        if (!isPlain) {
            qualifier(delete.table().qualifier());
            out.text(" ");
        }
        out.text("FROM ");
        table(delete.table());
        if (!delete.using().isEmpty()) {
            out.text(", ");
            from(delete.using());
        }
        conjunction(" WHERE ", delete.where());
        returning(delete);
    }

    protected void requireNoWith(Chain<CommonTable> with, String what) {
        if (!with.isEmpty()) {
            throw cannot("WITH before " + what, "put the query in FROM with as(…)");
        }
    }

    @Override
    protected void returning(ChangeNode change) {
        if (change instanceof UpdateNode && !change.returning().isEmpty()) {
            throw cannot("RETURNING of an update", "select the rows afterwards, in the same transaction");
        }
        super.returning(change);
    }

    @Override
    public void visitMerge(MergeNode merge) {
        throw cannot("MERGE", "use insertInto(…).onConflict(…).doUpdate(…)");
    }
}
