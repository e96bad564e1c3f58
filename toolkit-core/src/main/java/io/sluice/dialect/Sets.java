package io.sluice.dialect;

import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Atom;
import io.sluice.sql.tree.Atom.Param;
import io.sluice.sql.tree.BatchNode;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.DeleteNode;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FromItem;
import io.sluice.sql.tree.FromItem.JoinType;
import io.sluice.sql.tree.FunctionName;
import io.sluice.sql.tree.InsertNode;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.SourceNode;
import io.sluice.sql.tree.Tail;
import io.sluice.sql.tree.UpdateNode;
import io.sluice.sql.tree.ValuesNode;
import io.sluice.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;

/** The sets of values of a batch as one more source of its change, with a column for each param. */
final class Sets {
    /** What the source is called. */
    private static final String NAME = "sets";

    private static final Qualifier QUALIFIER = Qualifier.alias(NAME);

    private Sets() {}

    static Atom.ColumnRef column(Param param) {
        return new Atom.ColumnRef(QUALIFIER, param.name());
    }

    static SourceNode madeBy(FunctionName function, List<Expr> arguments, BatchNode batch) {
        return new SourceNode.FunctionRef(
                function,
                arguments,
                NAME,
                batch.params().stream()
                        .map(param -> new SourceNode.FunctionRef.Column(param.name(), param.type()))
                        .toList(),
                false,
                false);
    }

    static SourceNode writtenOut(BatchNode batch) {
        Chain<List<Expr>> rows =
                Chain.copyOf(batch.sets().stream().<List<Expr>>map(List::copyOf).toList());
        List<ResultItem> items = batch.params().stream()
                .map(param -> new ResultItem(new Atom.ColumnRef(null, param.name()), param.name(), param.type()))
                .toList();
        return new SourceNode.Derived(
                new ValuesNode(rows, items),
                NAME,
                batch.params().stream().map(Param::name).toList(),
                false);
    }

    static UpdateNode update(UpdateNode update, SourceNode sets) {
        return new UpdateNode(
                update.with(),
                update.table(),
                update.assignments(),
                plus(update.from(), sets),
                update.where(),
                update.isUnrestricted(),
                update.returning());
    }

    static DeleteNode delete(DeleteNode delete, SourceNode sets) {
        return new DeleteNode(
                delete.with(),
                delete.table(),
                plus(delete.using(), sets),
                delete.where(),
                delete.isUnrestricted(),
                delete.returning());
    }

    private static Chain<FromItem> plus(Chain<FromItem> sources, SourceNode sets) {
        return sources.plus(new FromItem(JoinType.LIST, sets, null));
    }

    /** A row for each set: written out where the sets are and each cell is a value, else from a query of the sets. */
    static InsertNode insert(InsertNode insert, BatchNode batch, SourceNode sets) {
        List<String> columns = new ArrayList<>();
        List<Expr> cells = new ArrayList<>();
        List<Expr> row = ((InsertNode.Rows) insert.origin()).rows().get(0);
        for (int i = 0; i < row.size(); i++) {
            // what is not named has its default, and a query cannot say DEFAULT
            if (row.get(i) != Atom.Keyword.DEFAULT) {
                columns.add(insert.columns().get(i));
                cells.add(row.get(i));
            }
        }
        boolean canBeWrittenOut =
                sets instanceof SourceNode.Derived && cells.stream().allMatch(Sets::isValue);
        return new InsertNode(
                insert.with(),
                insert.table(),
                columns,
                canBeWrittenOut ? rows(batch, cells) : new InsertNode.FromQuery(query(cells, sets)),
                insert.conflict(),
                insert.returning());
    }

    private static boolean isValue(Expr cell) {
        return cell instanceof Param || cell instanceof Atom.Bind || cell instanceof Atom.Keyword;
    }

    private static InsertNode.Rows rows(BatchNode batch, List<Expr> cells) {
        return new InsertNode.Rows(Chain.copyOf(batch.sets().stream()
                .map(set -> cells.stream()
                        .<Expr>map(cell -> cell instanceof Param param
                                ? set.get(batch.params().indexOf(param))
                                : cell)
                        .toList())
                .toList()));
    }

    private static SelectNode query(List<Expr> cells, SourceNode sets) {
        return new SelectNode(
                Chain.empty(),
                new SelectNode.Projection(
                        SelectNode.Distinct.NO,
                        List.of(),
                        cells.stream()
                                .map(cell -> new ResultItem(
                                        cell, null, SqlTypes.INTEGER)) // inside a statement nobody asks for the type))
                                .toList()),
                Chain.of(new FromItem(JoinType.LIST, sets, null)),
                Chain.empty(),
                SelectNode.Grouping.NONE,
                Tail.NONE,
                Chain.empty());
    }

    /** Or a param would be taken for a column of what goes by the same name. */
    static void requireOtherName(Qualifier qualifier) {
        if (qualifier.equals(QUALIFIER)) {
            throw new StatementException(
                    "a batch calls its values %s, and something else in it is called so too; give that an alias"
                            .formatted(NAME));
        }
    }
}
