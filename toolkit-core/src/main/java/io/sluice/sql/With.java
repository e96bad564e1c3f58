package io.sluice.sql;

import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.CommonTable;
import io.sluice.sql.tree.ResultItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The beginning of a statement that has common tables. */
public final class With {
    static final With NOTHING = new With(Chain.empty());

    private final Chain<CommonTable> tables;

    private With(Chain<CommonTable> tables) {
        this.tables = tables;
    }

    static With of(Cte... ctes) {
        if (ctes.length == 0) {
            throw new StatementException("with(): there is no common table; leave it out, or pass query.asCte(name)");
        }
        Chain<CommonTable> tables = Chain.empty();
        Set<String> names = new HashSet<>();
        for (Cte cte : ctes) {
            CommonTable definition = cte.definition();
            if (!names.add(definition.name())) {
                throw new StatementException(
                        "with(…): there are two common tables named %s".formatted(definition.name()));
            }
            tables = tables.plus(definition);
        }
        return new With(tables);
    }

    public <T> Select<T> select(Selectable<T> item) {
        Sources none = Sources.of(SelectedEntities.of(List.of(item)));
        return new Select<>(Clauses.of(tables, item.resultItems(), none), Readers.single(item));
    }

    /** The entities of a table, which stands in FROM by itself. */
    public <E> Select<E> select(EntitySource<E> entity) {
        SelectedEntities entities = SelectedEntities.of(List.of(entity));
        return new Select<>(
                Clauses.of(tables, entity.resultItems(), Sources.of(entities).implied(entity)),
                Readers.entity(entity, entities),
                Readers.unmanaged(entity));
    }

    /** All columns of a source. */
    public Select<Row> select(Source source) {
        return rows(List.of(source));
    }

    public Select<Row> select(Item first, Item second, Item... more) {
        List<Item> items = new ArrayList<>(List.of(first, second));
        items.addAll(List.of(more));
        return rows(items);
    }

    public Select<Row> select(List<? extends Item> items) {
        if (items.isEmpty()) {
            throw new StatementException("select(…): the list is empty; name at least one column");
        }
        return rows(items);
    }

    public <A, B> Projections.Of2<A, B> select(Selectable<A> a, Selectable<B> b) {
        return new Projections.Of2<>(clauses(a, b), a, b);
    }

    public <A, B, C> Projections.Of3<A, B, C> select(Selectable<A> a, Selectable<B> b, Selectable<C> c) {
        return new Projections.Of3<>(clauses(a, b, c), a, b, c);
    }

    public <A, B, C, D> Projections.Of4<A, B, C, D> select(
            Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d) {
        return new Projections.Of4<>(clauses(a, b, c, d), a, b, c, d);
    }

    public <A, B, C, D, E> Projections.Of5<A, B, C, D, E> select(
            Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d, Selectable<E> e) {
        return new Projections.Of5<>(clauses(a, b, c, d, e), a, b, c, d, e);
    }

    public <A, B, C, D, E, F> Projections.Of6<A, B, C, D, E, F> select(
            Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d, Selectable<E> e, Selectable<F> f) {
        return new Projections.Of6<>(clauses(a, b, c, d, e, f), a, b, c, d, e, f);
    }

    public <A, B, C, D, E, F, G> Projections.Of7<A, B, C, D, E, F, G> select(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g) {
        return new Projections.Of7<>(clauses(a, b, c, d, e, f, g), a, b, c, d, e, f, g);
    }

    public <A, B, C, D, E, F, G, H> Projections.Of8<A, B, C, D, E, F, G, H> select(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g,
            Selectable<H> h) {
        return new Projections.Of8<>(clauses(a, b, c, d, e, f, g, h), a, b, c, d, e, f, g, h);
    }

    public <A, B, C, D, E, F, G, H, I> Projections.Of9<A, B, C, D, E, F, G, H, I> select(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g,
            Selectable<H> h,
            Selectable<I> i) {
        return new Projections.Of9<>(clauses(a, b, c, d, e, f, g, h, i), a, b, c, d, e, f, g, h, i);
    }

    public <A, B, C, D, E, F, G, H, I, J> Projections.Of10<A, B, C, D, E, F, G, H, I, J> select(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g,
            Selectable<H> h,
            Selectable<I> i,
            Selectable<J> j) {
        return new Projections.Of10<>(clauses(a, b, c, d, e, f, g, h, i, j), a, b, c, d, e, f, g, h, i, j);
    }

    public Insert insertInto(TargetTable table) {
        return Insert.into(table, tables);
    }

    public Update update(TargetTable table) {
        return Update.of(table, tables);
    }

    public Delete deleteFrom(TargetTable table) {
        return Delete.from(table, tables);
    }

    public Merge mergeInto(TargetTable table) {
        return Merge.into(table, tables);
    }

    private Clauses clauses(Item... items) {
        return clauses(Arrays.asList(items));
    }

    private Clauses clauses(List<? extends Item> items) {
        List<ResultItem> columns =
                items.stream().flatMap(item -> item.resultItems().stream()).toList();
        return Clauses.of(tables, columns, Sources.of(SelectedEntities.of(items)));
    }

    private Select<Row> rows(List<? extends Item> items) {
        Clauses clauses = clauses(items);
        return new Select<>(clauses, Readers.rows(clauses.projection().items(), clauses.entities()));
    }
}
