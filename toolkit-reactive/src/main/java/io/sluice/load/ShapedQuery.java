package io.sluice.load;

import io.sluice.mapping.Aliases;
import io.sluice.mapping.EntityTable;
import io.sluice.mapping.Relation;
import io.sluice.mapping.Route;
import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.sql.Condition;
import io.sluice.sql.EntitySource;
import io.sluice.sql.Expression;
import io.sluice.sql.Ordering;
import io.sluice.sql.Query;
import io.sluice.sql.Source;
import io.sluice.sql.Sql;
import io.sluice.sql.WindowFunctions;
import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.CompoundNode;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FromItem;
import io.sluice.sql.tree.FromItem.JoinType;
import io.sluice.sql.tree.Nested;
import io.sluice.sql.tree.Operator;
import io.sluice.sql.tree.Predicate.Comparison;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.QueryNode;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.SelectNode.Distinct;
import io.sluice.sql.tree.SelectNode.Grouping;
import io.sluice.sql.tree.SelectNode.Projection;
import io.sluice.sql.tree.SortKey;
import io.sluice.sql.tree.SourceNode;
import io.sluice.sql.tree.SourceNode.Derived;
import io.sluice.sql.tree.Tail;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A user's query that takes up more columns and more joins. Where a joined collection would change what its LIMIT,
 * DISTINCT or GROUP BY mean, it moves into FROM as it is, and the joins are made to its rows.
 */
final class ShapedQuery {
    private static final String MAIN = "main";
    private static final String NUMBER = "n";

    private final QueryNode original;
    private final int columns;
    private final List<ResultItem> items;
    private Chain<FromItem> from;
    private Chain<SortKey> orderBy;
    private @Nullable QueryNode inner;
    private List<ResultItem> labelled = List.of();
    private int carried;

    ShapedQuery(QueryNode original, List<ResultItem> items) {
        this.original = original;
        this.columns = items.size();
        this.items = new ArrayList<>(items);
        this.from = original instanceof SelectNode select ? select.from() : Chain.empty();
        this.orderBy = original instanceof SelectNode select ? select.tail().orderBy() : Chain.empty();
    }

    boolean contains(Source source) {
        Qualifier wanted = source.sourceNode().qualifier();
        return from.stream().anyMatch(item -> item.source().qualifiers().contains(wanted));
    }

    boolean isMoved() {
        return inner != null;
    }

    /** Whether a column more leaves its rows what they are. */
    boolean takesColumns() {
        return original instanceof SelectNode select
                && select.projection().distinct() == Distinct.NO
                && select.grouping().equals(Grouping.NONE);
    }

    /** Whether a row may come several times: only an entity's own tables surely have each of its rows once. */
    boolean mayRepeat(EntityTable<?, ?> table) {
        if (!(original instanceof SelectNode select)) {
            return true;
        }
        List<Source> own = new ArrayList<>(List.of(table));
        table.parts().forEach(hop -> own.add(hop.to()));
        table.variants().forEach(hop -> own.add(hop.to()));
        List<Qualifier> names =
                own.stream().map(source -> source.sourceNode().qualifier()).toList();
        boolean isAlone = select.from().size() == own.size()
                && select.from().stream()
                        .allMatch(item -> names.contains(item.source().qualifier()));
        return !isAlone && select.projection().distinct() != Distinct.ROWS;
    }

    /** Whether its rows are no longer those of its FROM, so that more joins would change what it means. */
    boolean isClosed(boolean multiplied) {
        if (!(original instanceof SelectNode select)) {
            return true;
        }
        boolean isLimited = select.tail().limit() != null || select.tail().offset() != null;
        return select.projection().distinct() != Distinct.NO
                || !select.grouping().equals(Grouping.NONE)
                || !select.locks().isEmpty()
                || (multiplied && (isLimited || !isOfColumns()));
    }

    /** Whatever counts rows, or differs from row to row, must not meet those that a joined collection adds. */
    private boolean isOfColumns() {
        return items.stream().allMatch(item -> item.expression() instanceof ColumnRef)
                && orderBy.stream().allMatch(key -> key.by() instanceof ColumnRef);
    }

    /** Moves the query into FROM. Its columns get names there, and so does what it is sorted by. */
    void enclose() {
        labelled = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            labelled.add(new ResultItem(items.get(i).expression(), nameOf(i), storedType(items.get(i))));
        }
        carried = items.size();
        Chain<SortKey> outer = Chain.empty();
        for (SortKey key : tail(original).orderBy()) {
            int place = placeOf(key);
            outer = outer.plus(place < 0 ? carriedKey(key) : sortedBy(key, nameOf(place)));
        }
        if (original instanceof SelectNode select) {
            Tail tail = select.tail();
            inner = with(
                    select,
                    List.copyOf(labelled),
                    from,
                    new Tail(sortedWithin(), tail.limit(), tail.offset(), tail.withTies()));
        } else {
            inner = original;
        }
        orderBy = outer;
        Derived main = new Derived(
                Objects.requireNonNull(inner), MAIN, inner == original ? names(items.size()) : List.of(), false);
        from = Chain.of(new FromItem(JoinType.LIST, main, null));
    }

    /** Moves the query, which is in FROM, one further in, and numbers its rows, so that equal ones stay apart; tells where. */
    int number() {
        List<ResultItem> numbered = new ArrayList<>();
        for (int i = 0; i < labelled.size(); i++) {
            numbered.add(
                    new ResultItem(main(nameOf(i)), nameOf(i), labelled.get(i).type()));
        }
        Expression<Long> number = WindowFunctions.rowNumber().over(WindowFunctions.window());
        numbered.add(new ResultItem(number.node(), NUMBER, number.type()));
        inner = around(List.copyOf(numbered), Chain.empty());
        from = Chain.of(new FromItem(JoinType.LIST, new Derived(inner, MAIN, List.of(), false), null));
        return add(new ResultItem(main(NUMBER), null, number.type()));
    }

    /** The column that a term sorts by: selected as it is, or called by its label or name; -1 if it is none. */
    private int placeOf(SortKey key) {
        for (int i = 0; i < columns; i++) {
            ResultItem item = items.get(i);
            boolean isNamed = key.by() instanceof ColumnRef by
                    && by.source() == null
                    && (by.name().equals(item.label())
                            || (item.label() == null
                                    && item.expression() instanceof ColumnRef column
                                    && column.name().equals(by.name())));
            if (isNamed || item.expression().equals(key.by())) {
                return i;
            }
        }
        return -1;
    }

    /** What it is sorted by, where its columns have other names than those by which terms may call them. */
    private Chain<SortKey> sortedWithin() {
        Chain<SortKey> within = Chain.empty();
        for (SortKey key : tail(original).orderBy()) {
            int place = placeOf(key);
            within = within.plus(place < 0 ? key : by(key, items.get(place).expression()));
        }
        return within;
    }

    private static SortKey by(SortKey key, Expr expression) {
        return new SortKey(expression, key.type(), key.isDescending(), key.nullsFirst());
    }

    private SortKey carriedKey(SortKey key) {
        String name = nameOf(labelled.size());
        labelled.add(new ResultItem(key.by(), name, key.type()));
        return sortedBy(key, name);
    }

    private static SortKey sortedBy(SortKey key, String name) {
        return new SortKey(main(name), key.type(), key.isDescending(), key.nullsFirst());
    }

    private static ColumnRef main(String column) {
        return new ColumnRef(Qualifier.alias(MAIN), column);
    }

    private static String nameOf(int column) {
        return "c" + column;
    }

    private static List<String> names(int columns) {
        return IntStream.range(0, columns).mapToObj(ShapedQuery::nameOf).toList();
    }

    /** Where an expression stands in the rows; it is added if it is not there. */
    int add(ResultItem wanted) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).expression().equals(wanted.expression())) {
                return i;
            }
        }
        items.add(wanted);
        return items.size() - 1;
    }

    /** Adds columns that must stand together, and tells where. */
    int addAll(List<ResultItem> more) {
        items.addAll(more);
        return items.size() - more.size();
    }

    /** Joins what a relation leads to, under an alias of its own, which it gives. */
    EntityTable<Object, Object> join(Relation<Object, Object> relation, int number) {
        String alias = freeAlias(Aliases.of(relation.name(), String.valueOf(number)));
        EntityTable<Object, Object> target = LoadTree.untyped(relation.target().as(alias));
        Route route = relation.route(target, Aliases.of(alias, "between"));
        Table between = route.between();
        if (between == null) {
            add(target, equal(route.owner(), route.target()), target.restriction());
        } else {
            add(between, equal(route.owner(), route.betweenOwner()), null);
            add(target, equal(route.betweenTarget(), route.target()), target.restriction());
        }
        joinVariants(target);
        return target;
    }

    /** What the kinds below an entity add, which the user's own join did not bring. */
    void joinVariants(EntityTable<?, ?> table) {
        for (FromItem item : EntitySource.joined(JoinType.BELOW, table.variants())) {
            if (from.stream()
                    .noneMatch(present ->
                            present.source().qualifiers().contains(item.source().qualifier()))) {
                from = from.plus(item);
            }
        }
    }

    private void add(Source source, Condition on, @Nullable Condition restriction) {
        Condition whole = restriction == null ? on : on.and(restriction);
        SourceNode node = source instanceof EntityTable<?, ?> entity ? entity.wholeNode() : source.sourceNode();
        from = from.plus(new FromItem(JoinType.LEFT, node, whole.node()));
    }

    void sort(List<Ordering> terms) {
        for (Ordering term : terms) {
            orderBy = orderBy.plus(term.key());
        }
    }

    /** Keeps the rows of one number together. */
    void sortByNumber() {
        orderBy = orderBy.plus(new SortKey(main(NUMBER), SqlTypes.BIGINT, false, null));
    }

    /** Keeps the rows of one entity together. */
    void sortBy(EntityTable<?, ?> table) {
        for (Column<?> column : table.primaryKeyColumns()) {
            orderBy = orderBy.plus(new SortKey(here(column), column.type(), false, null));
        }
    }

    private Condition equal(List<Column<?>> left, List<Column<?>> right) {
        Condition all = Sql.and();
        for (int i = 0; i < left.size(); i++) {
            all = all.and(new Condition(new Comparison(here(left.get(i)), Operator.EQ, here(right.get(i)))));
        }
        return all;
    }

    /** A column as this query calls it: of the query within, if that carries it. */
    private Expr here(Column<?> column) {
        for (int i = 0; i < carried; i++) {
            if (items.get(i).expression().equals(column.node())) {
                return main(nameOf(i));
            }
        }
        return column.node();
    }

    /** The values of some of a query's columns, by their places, as a query of its own. */
    static QueryNode valuesOf(Query<?> query, int[] places) {
        var shaped = new ShapedQuery((QueryNode) query.tree(), query.resultItems());
        if (shaped.takesColumns()) {
            return shaped.valuesAlone((SelectNode) shaped.original, places);
        }
        shaped.enclose();
        return shaped.around(shaped.values(places), Chain.empty());
    }

    /** A query that need not select all that it did: what it is sorted by only matters to its limit. */
    private QueryNode valuesAlone(SelectNode select, int[] places) {
        Tail tail = select.tail();
        boolean isLimited = tail.limit() != null || tail.offset() != null;
        List<ResultItem> values = new ArrayList<>();
        for (int place : places) {
            ResultItem item = items.get(place);
            values.add(new ResultItem(item.expression(), isLimited ? nameOf(place) : null, item.type()));
        }
        if (!isLimited) {
            return unlocked(with(select, values, from, Tail.NONE));
        }
        inner = with(select, values, from, new Tail(sortedWithin(), tail.limit(), tail.offset(), tail.withTies()));
        from = Chain.of(new FromItem(JoinType.LIST, new Derived(inner, MAIN, List.of(), false), null));
        return around(values(places), Chain.empty());
    }

    private List<ResultItem> values(int[] places) {
        return Arrays.stream(places)
                .mapToObj(place -> new ResultItem(
                        main(nameOf(place)), null, items.get(place).type()))
                .toList();
    }

    private static SelectNode unlocked(SelectNode select) {
        return new SelectNode(
                select.with(),
                select.projection(),
                select.from(),
                select.where(),
                select.grouping(),
                select.tail(),
                Chain.empty());
    }

    /** A nested collection comes out of the query within as the JSON it is, and is read by whoever reads the row. */
    private static SqlType<?> storedType(ResultItem item) {
        return item.expression() instanceof Nested.Multiset ? item.type().storage() : item.type();
    }

    private String freeAlias(String wanted) {
        String alias = wanted;
        while (isTaken(alias)) {
            alias += "_";
        }
        return alias;
    }

    private boolean isTaken(String alias) {
        return from.stream()
                .flatMap(item -> item.source().qualifiers().stream())
                .anyMatch(qualifier -> qualifier.name().equals(alias));
    }

    RawQuery build() {
        List<ResultItem> all = new ArrayList<>(items);
        if (inner == null) {
            QueryNode tree = original instanceof SelectNode select
                    ? with(select, List.copyOf(all), from, sorted(select.tail()))
                    : original;
            return new RawQuery(tree, List.copyOf(all));
        }
        for (int i = 0; i < carried; i++) {
            all.set(i, new ResultItem(main(nameOf(i)), null, storedType(items.get(i))));
        }
        return new RawQuery(around(List.copyOf(all), orderBy), List.copyOf(all));
    }

    /** A query over the one that moved into FROM. */
    private SelectNode around(List<ResultItem> selected, Chain<SortKey> order) {
        return new SelectNode(
                Chain.empty(),
                new Projection(Distinct.NO, List.of(), selected),
                from,
                Chain.empty(),
                Grouping.NONE,
                new Tail(order, null, null, false),
                Chain.empty());
    }

    private Tail sorted(Tail tail) {
        return new Tail(orderBy, tail.limit(), tail.offset(), tail.withTies());
    }

    private static Tail tail(QueryNode query) {
        if (query instanceof CompoundNode compound) {
            return compound.tail();
        }
        return query instanceof SelectNode select ? select.tail() : Tail.NONE;
    }

    private static SelectNode with(SelectNode select, List<ResultItem> items, Chain<FromItem> from, Tail tail) {
        Projection projection = select.projection();
        return new SelectNode(
                select.with(),
                new Projection(projection.distinct(), projection.distinctOn(), items),
                from,
                select.where(),
                select.grouping(),
                tail,
                select.locks());
    }
}
