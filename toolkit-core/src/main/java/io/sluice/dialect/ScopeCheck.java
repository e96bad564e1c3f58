package io.sluice.dialect;

import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Assignment;
import io.sluice.sql.tree.Atom;
import io.sluice.sql.tree.BatchNode;
import io.sluice.sql.tree.CommonTable;
import io.sluice.sql.tree.CompoundNode;
import io.sluice.sql.tree.DeleteNode;
import io.sluice.sql.tree.FromItem;
import io.sluice.sql.tree.InsertNode;
import io.sluice.sql.tree.MergeNode;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.ScriptNode;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.SortKey;
import io.sluice.sql.tree.SourceNode;
import io.sluice.sql.tree.StatementNode;
import io.sluice.sql.tree.StatementVisitor;
import io.sluice.sql.tree.TextNode;
import io.sluice.sql.tree.UpdateNode;
import io.sluice.sql.tree.ValuesNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds columns of what is not in FROM, and common tables that no WITH declares, before a database says so in its own
 * words. Done once for a shape, where a statement is compiled for the cache.
 */
final class ScopeCheck implements StatementVisitor {
    private final Deque<Set<Qualifier>> sources = new ArrayDeque<>();
    private final Deque<Set<String>> commonTables = new ArrayDeque<>();
    private @Nullable Qualifier proposedFor;
    private final ExprWalk expressions = new ExprWalk(this::requireSource, this::requireProposed, this::query);

    private ScopeCheck() {}

    static void of(StatementNode statement) {
        Nesting.bounded(() -> statement.accept(new ScopeCheck()));
    }

    @Override
    public void visitSelect(SelectNode select) {
        with(
                select.with(),
                () -> within(select.from(), null, () -> {
                    items(select.projection().items());
                    expressions.all(select.projection().distinctOn());
                    expressions.all(select.where());
                    expressions.all(select.grouping().groupBy());
                    expressions.all(select.grouping().having());
                    select.grouping().windows().forEach(named -> expressions.window(named.window()));
                    keys(select.tail().orderBy());
                }));
    }

    @Override
    public void visitCompound(CompoundNode compound) {
        with(compound.with(), () -> {
            compound.first().accept(this);
            compound.parts().forEach(part -> part.query().accept(this));
        });
    }

    @Override
    public void visitValues(ValuesNode values) {
        values.rows().forEach(expressions::all);
    }

    /** What stands in SQL by hand is not known. */
    @Override
    public void visitText(TextNode text) {}

    @Override
    public void visitInsert(InsertNode insert) {
        with(insert.with(), () -> {
            if (insert.origin() instanceof InsertNode.Rows rows) {
                rows.rows().forEach(expressions::all);
            } else if (insert.origin() instanceof InsertNode.FromQuery from) {
                from.query().accept(this);
            } else if (insert.origin() instanceof InsertNode.WithKeys keyed) {
                keyed.query().accept(this);
            }
            within(List.of(), insert.table(), () -> {
                proposedFor = insert.table().qualifier();
                conflict(insert.conflict());
                proposedFor = null;
                items(insert.returning());
            });
        });
    }

    /** What a definition may name is looked at where it is compiled. */
    @Override
    public void visitScript(ScriptNode script) {}

    private void conflict(InsertNode.@Nullable Conflict conflict) {
        if (conflict != null && conflict.target() instanceof InsertNode.TargetColumns columns) {
            expressions.all(columns.where());
        }
        if (conflict != null && conflict.resolution() != null) {
            assignments(conflict.resolution().assignments());
            expressions.all(conflict.resolution().where());
        }
    }

    @Override
    public void visitUpdate(UpdateNode update) {
        with(
                update.with(),
                () -> within(update.from(), update.table(), () -> {
                    assignments(update.assignments());
                    expressions.all(update.where());
                    items(update.returning());
                }));
    }

    @Override
    public void visitDelete(DeleteNode delete) {
        with(
                delete.with(),
                () -> within(delete.using(), delete.table(), () -> {
                    expressions.all(delete.where());
                    items(delete.returning());
                }));
    }

    @Override
    public void visitMerge(MergeNode merge) {
        var source = List.of(new FromItem(FromItem.JoinType.LIST, merge.source(), null));
        with(
                merge.with(),
                () -> within(source, merge.target(), () -> {
                    expressions.one(merge.on());
                    merge.whens().forEach(this::when);
                    items(merge.returning());
                }));
    }

    @Override
    public void visitBatch(BatchNode batch) {
        batch.change().accept(this);
    }

    private void when(MergeNode.When when) {
        if (when.condition() != null) {
            expressions.one(when.condition());
        }
        if (when instanceof MergeNode.MatchedUpdate update) {
            assignments(update.assignments());
        } else if (when instanceof MergeNode.NotMatchedInsert insert) {
            assignments(insert.assignments());
        }
    }

    private void query(StatementNode nested) {
        nested.accept(this);
    }

    /** A common table may use those before it, and where one is recursive all may use all. */
    private void with(List<CommonTable> tables, Runnable statement) {
        if (tables.isEmpty()) {
            statement.run();
            return;
        }
        Set<String> names = new HashSet<>();
        commonTables.push(names);
        if (tables.stream().anyMatch(CommonTable::isRecursive)) {
            tables.forEach(table -> names.add(table.name()));
        }
        for (CommonTable table : tables) {
            table.query().accept(this);
            names.add(table.name());
        }
        statement.run();
        commonTables.pop();
    }

    private void within(List<FromItem> from, @Nullable SourceNode target, Runnable clauses) {
        Set<Qualifier> present = new LinkedHashSet<>();
        if (target != null) {
            present.add(target.qualifier());
        }
        for (FromItem item : from) {
            if (!isLateral(item.source())) {
                source(item.source());
            }
            present.addAll(item.source().qualifiers());
        }
        sources.push(present);
        for (FromItem item : from) {
            if (isLateral(item.source())) {
                source(item.source());
            }
            if (item.source() instanceof SourceNode.Grouped grouped) {
                conditions(grouped.items());
            }
            if (item.on() != null) {
                expressions.one(item.on());
            }
        }
        clauses.run();
        sources.pop();
    }

    private void conditions(List<FromItem> items) {
        for (FromItem item : items) {
            if (item.on() != null) {
                expressions.one(item.on());
            }
        }
    }

    /** A function in FROM sees what stands before it whether LATERAL is said or not. */
    private static boolean isLateral(SourceNode source) {
        return source instanceof SourceNode.FunctionRef
                || (source instanceof SourceNode.Derived derived && derived.isLateral());
    }

    private void source(SourceNode source) {
        if (source instanceof SourceNode.Derived derived) {
            derived.query().accept(this);
        } else if (source instanceof SourceNode.FunctionRef function) {
            expressions.all(function.arguments());
        } else if (source instanceof SourceNode.CommonRef common
                && commonTables.stream().noneMatch(names -> names.contains(common.name()))) {
            throw new StatementException(
                    "the common table %s is used and nowhere declared; begin the statement with with(…)"
                            .formatted(common.name()));
        }
    }

    private void requireSource(Atom.ColumnRef column) {
        Qualifier source = column.source();
        if (source == null || sources.stream().anyMatch(present -> present.contains(source))) {
            return;
        }
        List<String> present = new ArrayList<>();
        sources.forEach(scope -> scope.forEach(qualifier -> present.add(nameOf(qualifier))));
        throw new StatementException(
                "%s.%s: %s is not in FROM, which has %s; add it with from(…) or join(…), or take the column from the alias that is there"
                        .formatted(
                                nameOf(source),
                                column.name(),
                                nameOf(source),
                                present.isEmpty() ? "nothing" : String.join(", ", present)));
    }

    private void requireProposed(Atom.Excluded excluded) {
        if (!excluded.table().equals(proposedFor)) {
            throw new StatementException("excluded(%s.%s): no insert into %s proposes it here, in doUpdate(…); %s"
                    .formatted(
                            nameOf(excluded.table()),
                            excluded.column(),
                            nameOf(excluded.table()),
                            proposedFor == null
                                    ? "say the value itself"
                                    : "take the column from " + nameOf(proposedFor)));
        }
    }

    private static String nameOf(Qualifier qualifier) {
        return qualifier.schema() == null ? qualifier.name() : qualifier.schema() + "." + qualifier.name();
    }

    private void items(List<ResultItem> items) {
        items.forEach(item -> expressions.one(item.expression()));
    }

    private void assignments(List<Assignment> assignments) {
        assignments.forEach(assignment -> expressions.one(assignment.value()));
    }

    private void keys(List<SortKey> keys) {
        keys.forEach(key -> expressions.one(key.by()));
    }
}
