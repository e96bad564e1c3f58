package io.sluice.sql;

import io.sluice.sql.tree.Atom;
import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.CommonTable;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FromItem;
import io.sluice.sql.tree.FromItem.JoinType;
import io.sluice.sql.tree.InsertNode;
import io.sluice.sql.tree.Operator;
import io.sluice.sql.tree.Predicate;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.SourceNode;
import io.sluice.sql.tree.Tail;
import io.sluice.sql.tree.ValuesNode;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are told apart by a key drawn for each beforehand, in one statement: the rows with their places and keys,
 * the insert of them, and what it made joined to the places by the key.
 */
final class DrawnKeys<P> {
    private static final String GIVEN = "given";
    private static final String DRAWN = "drawn";
    private static final String MADE = "made";
    private static final String PLACE = "place";
    private static final String KEY = "k";

    private final List<P> objects;
    private final TableColumn<?> key;

    DrawnKeys(List<P> objects, TableColumn<?> key) {
        this.objects = objects;
        this.key = key;
    }

    <R> Query<Inserted<P, R>> query(InsertNode insert, List<ResultItem> items, RowReader<R> reader) {
        if (insert.conflict() != null) {
            throw new StatementException(
                    "keyFrom(…): a row that is there already keeps its own key; say matchedBy(…) with onConflict(…)");
        }
        List<ResultItem> all = new ArrayList<>();
        all.add(item(DRAWN, PLACE, SqlTypes.INTEGER));
        for (int i = 0; i < items.size(); i++) {
            all.add(item(MADE, "r" + i, items.get(i).type()));
        }
        var join = new Predicate.Comparison(column(DRAWN, KEY), Operator.EQ, column(MADE, KEY));
        SelectNode told = select(
                insert.with().plus(drawn(insert)).plus(made(insert, items)),
                all,
                Chain.of(from(JoinType.LIST, MADE, null), from(JoinType.LEFT, DRAWN, join)));
        return new CorrelatedQuery<>(told, all, row -> inserted(row, reader));
    }

    /** The names are ours, since the columns of the table may have any. */
    private CommonTable drawn(InsertNode insert) {
        Chain<List<Expr>> rows = Chain.empty();
        for (List<Expr> cells : ((InsertNode.Rows) insert.origin()).rows()) {
            List<Expr> row = new ArrayList<>();
            row.add(new Atom.Constant(rows.size()));
            row.addAll(cells);
            rows = rows.plus(row);
        }
        List<String> names = names("c", insert.columns().size());
        List<ResultItem> items = new ArrayList<>();
        items.add(item(GIVEN, PLACE, SqlTypes.INTEGER));
        items.add(new ResultItem(new Atom.DrawnKey(insert.table(), key.name()), null, key.type()));
        items.addAll(inside(GIVEN, names));
        var given = new SourceNode.Derived(new ValuesNode(rows, List.of()), GIVEN, before(names, PLACE), false);
        SelectNode select = select(Chain.empty(), items, Chain.of(new FromItem(JoinType.LIST, given, null)));
        // computed once: it draws numbers, and is read twice
        return new CommonTable(DRAWN, before(names, PLACE, KEY), select, false, null);
    }

    private CommonTable made(InsertNode insert, List<ResultItem> items) {
        List<ResultItem> given =
                inside(DRAWN, before(names("c", insert.columns().size()), KEY));
        List<ResultItem> returned = new ArrayList<>();
        returned.add(new ResultItem(key.node(), null, key.type()));
        returned.addAll(items);
        var keyed = new InsertNode(
                Chain.empty(),
                insert.table(),
                before(insert.columns(), key.name()),
                new InsertNode.WithKeys(select(Chain.empty(), given, Chain.of(from(JoinType.LIST, DRAWN, null)))),
                null,
                Chain.copyOf(returned));
        return new CommonTable(MADE, before(names("r", items.size()), KEY), keyed, false, null);
    }

    private <R> Inserted<P, R> inserted(@Nullable Object[] row, RowReader<R> reader) {
        if (!(row[0] instanceof Integer place)) {
            throw new StatementException(
                    "keyFrom(%s): a row came back with another key than was drawn for it, so a trigger changed it; say matchedBy(…)"
                            .formatted(key.name()));
        }
        return new Inserted<>(objects.get(place), reader.read(Arrays.copyOfRange(row, 1, row.length)));
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    private static List<String> before(List<String> names, String... first) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(names);
        return all;
    }

    private static ColumnRef column(String source, String name) {
        return new ColumnRef(Qualifier.alias(source), name);
    }

    private static ResultItem item(String source, String name, SqlType<?> type) {
        return new ResultItem(column(source, name), null, type);
    }

    /** Inside a statement nobody asks for the types. */
    private static List<ResultItem> inside(String source, List<String> names) {
        return names.stream().map(name -> item(source, name, SqlTypes.TEXT)).toList();
    }

    private static FromItem from(JoinType type, String table, @Nullable Expr on) {
        return new FromItem(type, new SourceNode.CommonRef(table, null), on);
    }

    private static SelectNode select(Chain<CommonTable> with, List<ResultItem> items, Chain<FromItem> from) {
        return new SelectNode(
                with,
                new SelectNode.Projection(SelectNode.Distinct.NO, List.of(), items),
                from,
                Chain.empty(),
                SelectNode.Grouping.NONE,
                Tail.NONE,
                Chain.empty());
    }
}
