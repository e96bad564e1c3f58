package io.sluice.sql;

import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.CommonTable;
import io.sluice.sql.tree.CompoundNode;
import io.sluice.sql.tree.CompoundNode.Part;
import io.sluice.sql.tree.CompoundNode.SetOperator;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Nested.Scalar;
import io.sluice.sql.tree.QueryNode;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.SortKey;
import io.sluice.sql.tree.Tail;
import io.sluice.type.SqlType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Queries put together by UNION, INTERSECT or EXCEPT. Its order is by labels or columns of the first. */
public final class Compound<R> implements RowQuery<R>, Operand<R> {
    private final CompoundNode tree;
    private final Query<R> first;

    private Compound(CompoundNode tree, Query<R> first) {
        this.tree = tree;
        this.first = first;
    }

    static <R> Compound<R> of(RowQuery<R> left, SetOperator operator, Query<R> right) {
        String name = operator.text().toLowerCase(java.util.Locale.ROOT);
        if (!right.loads().isEmpty()) {
            throw new StatementException(
                    "%s: load(%s) stands in a query that is not the first; say it of the first, it concerns all rows"
                            .formatted(name, right.loads().get(0)));
        }
        Subqueries.requireSameColumns(left.resultItems(), right.resultItems(), name);
        QueryNode first = left.tree();
        QueryNode second = Subqueries.of(right, name);
        Chain<CommonTable> with = together(withOf(first), withOf(second), name);
        var part = new Part(operator, withoutWith(second));
        // a longer union of one kind is one flat node, so that thousands of parts make no deep tree
        if (first instanceof CompoundNode same
                && same.tail().isEmpty()
                && same.parts().get(0).operator() == operator) {
            return new Compound<>(
                    new CompoundNode(with, same.first(), same.parts().plus(part), Tail.NONE, same.items()), left);
        }
        return new Compound<>(
                new CompoundNode(with, withoutWith(first), Chain.of(part), Tail.NONE, left.resultItems()), left);
    }

    /** Sorts by columns of the first query or by labels: nothing else is left of the queries when they are put together. */
    public Compound<R> orderBy(Sortable... terms) {
        Sortable[] own = Arrays.stream(terms).map(this::byName).toArray(Sortable[]::new);
        return tail(Tails.orderBy(tree.tail(), own));
    }

    private Sortable byName(Sortable term) {
        SortKey key = term.ordering().key();
        for (int i = 0; i < tree.items().size(); i++) {
            ResultItem item = tree.items().get(i);
            String name = RowLayout.nameOf(item, i);
            boolean isNamed = item.label() != null || item.expression() instanceof ColumnRef;
            boolean isLabel = key.by() instanceof ColumnRef by
                    && by.source() == null
                    && by.name().equals(name);
            if (isNamed && (isLabel || item.expression().equals(key.by()))) {
                return new Ordering(
                        new SortKey(new ColumnRef(null, name), key.type(), key.isDescending(), key.nullsFirst()));
            }
        }
        throw new StatementException(
                "orderBy(…): %s is no column of the first query, and nothing else can sort what was put together; it has %s"
                        .formatted(Description.of(key.by()), new RowLayout(tree.items()).names()));
    }

    public Compound<R> limit(long rows) {
        return tail(Tails.limit(tree.tail(), rows));
    }

    public Compound<R> offset(long rows) {
        return tail(Tails.offset(tree.tail(), rows));
    }

    public <V> Compound<V> as(Class<V> record) {
        return new Compound<>(tree, new CorrelatedQuery<>(tree, tree.items(), Readers.record(record, tree.items())));
    }

    @Override
    public CompoundNode tree() {
        return tree;
    }

    @Override
    public Expr node() {
        return new Scalar(tree);
    }

    @Override
    public SqlType<R> type() {
        return Subqueries.singleType(tree.items());
    }

    @Override
    public List<ResultItem> resultItems() {
        return tree.items();
    }

    @Override
    public RowReader<R> reader() {
        return first.reader();
    }

    @Override
    public SelectedEntities entities() {
        return first.entities();
    }

    @Override
    public RowReader<R> assembly() {
        return first.assembly();
    }

    @Override
    public List<LoadOption> loads() {
        return first.loads();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Compound<?> that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(tree);
    }

    @Override
    public String toString() {
        return StandardText.of(this);
    }

    private Compound<R> tail(Tail tail) {
        return new Compound<>(new CompoundNode(tree.with(), tree.first(), tree.parts(), tail, tree.items()), first);
    }

    /** WITH belongs to the whole, wherever it was said. */
    private static Chain<CommonTable> withOf(QueryNode query) {
        if (query instanceof SelectNode select) {
            return select.with();
        }
        return query instanceof CompoundNode compound ? compound.with() : Chain.empty();
    }

    /** Both sides may use the same common table; two tables of one name would be one of them. */
    private static Chain<CommonTable> together(Chain<CommonTable> first, Chain<CommonTable> second, String operator) {
        Chain<CommonTable> all = first;
        for (CommonTable table : second) {
            var same = first.stream()
                    .filter(present -> present.name().equals(table.name()))
                    .findAny();
            if (same.isPresent() && !same.get().equals(table)) {
                throw new StatementException(
                        "%s(…): both queries declare a common table %s, and not the same; rename one of them"
                                .formatted(operator, table.name()));
            }
            all = same.isPresent() ? all : all.plus(table);
        }
        return all;
    }

    private static QueryNode withoutWith(QueryNode query) {
        if (query instanceof SelectNode select && !select.with().isEmpty()) {
            return new SelectNode(
                    Chain.empty(),
                    select.projection(),
                    select.from(),
                    select.where(),
                    select.grouping(),
                    select.tail(),
                    select.locks());
        }
        if (query instanceof CompoundNode compound && !compound.with().isEmpty()) {
            return new CompoundNode(
                    Chain.empty(), compound.first(), compound.parts(), compound.tail(), compound.items());
        }
        return query;
    }
}
