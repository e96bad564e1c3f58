package io.sluice.sql;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Atom.Excluded;
import io.sluice.sql.tree.Atom.Template;
import io.sluice.sql.tree.Call.GroupingSets;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FunctionName;
import io.sluice.sql.tree.Nested.QuantifiedArray;
import io.sluice.sql.tree.Nested.QuantifiedQuery;
import io.sluice.sql.tree.Nested.Scalar;
import io.sluice.sql.tree.Operation.ArrayOf;
import io.sluice.sql.tree.Predicate.Exists;
import io.sluice.sql.tree.Predicate.Not;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Where statements begin, made for a static import.
 *
 * <pre>{@code
 * import static io.sluice.sql.Sql.*;
 *
 * var names = select(CUSTOMERS.name).from(CUSTOMERS).where(CUSTOMERS.country.eq("NL"));
 * }</pre>
 */
public final class Sql {

    private Sql() {}

    /** Selects one thing: the rows are its values. */
    public static <T> Select<T> select(Selectable<T> item) {
        return With.NOTHING.select(item);
    }

    /** Selects the entities of a table, which stands in FROM by itself: {@code select(BOOK).where(BOOK.pages.gt(100))}. */
    public static <E> Select<E> select(EntitySource<E> entity) {
        return With.NOTHING.select(entity);
    }

    /** Selects all columns of a source. */
    public static Select<Row> select(Source source) {
        return With.NOTHING.select(source);
    }

    public static Select<Row> select(Item first, Item second, Item... more) {
        return With.NOTHING.select(first, second, more);
    }

    /** Selects what is only known at run time. */
    public static Select<Row> select(List<? extends Item> items) {
        return With.NOTHING.select(items);
    }

    public static <A, B> Projections.Of2<A, B> select(Selectable<A> a, Selectable<B> b) {
        return With.NOTHING.select(a, b);
    }

    public static <A, B, C> Projections.Of3<A, B, C> select(Selectable<A> a, Selectable<B> b, Selectable<C> c) {
        return With.NOTHING.select(a, b, c);
    }

    public static <A, B, C, D> Projections.Of4<A, B, C, D> select(
            Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d) {
        return With.NOTHING.select(a, b, c, d);
    }

    public static <A, B, C, D, E> Projections.Of5<A, B, C, D, E> select(
            Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d, Selectable<E> e) {
        return With.NOTHING.select(a, b, c, d, e);
    }

    public static <A, B, C, D, E, F> Projections.Of6<A, B, C, D, E, F> select(
            Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d, Selectable<E> e, Selectable<F> f) {
        return With.NOTHING.select(a, b, c, d, e, f);
    }

    public static <A, B, C, D, E, F, G> Projections.Of7<A, B, C, D, E, F, G> select(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g) {
        return With.NOTHING.select(a, b, c, d, e, f, g);
    }

    public static <A, B, C, D, E, F, G, H> Projections.Of8<A, B, C, D, E, F, G, H> select(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g,
            Selectable<H> h) {
        return With.NOTHING.select(a, b, c, d, e, f, g, h);
    }

    public static <A, B, C, D, E, F, G, H, I> Projections.Of9<A, B, C, D, E, F, G, H, I> select(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g,
            Selectable<H> h,
            Selectable<I> i) {
        return With.NOTHING.select(a, b, c, d, e, f, g, h, i);
    }

    public static <A, B, C, D, E, F, G, H, I, J> Projections.Of10<A, B, C, D, E, F, G, H, I, J> select(
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
        return With.NOTHING.select(a, b, c, d, e, f, g, h, i, j);
    }

    /** Declares common tables for the statement that follows; one may use those before it. */
    public static With with(Cte... commonTables) {
        return With.of(commonTables);
    }

    public static Insert insertInto(TargetTable table) {
        return With.NOTHING.insertInto(table);
    }

    public static Update update(TargetTable table) {
        return With.NOTHING.update(table);
    }

    public static Delete deleteFrom(TargetTable table) {
        return With.NOTHING.deleteFrom(table);
    }

    public static Merge mergeInto(TargetTable table) {
        return With.NOTHING.mergeInto(table);
    }

    /** SQL by hand, with {@code :names} for values. */
    public static Text text(String sql) {
        return Text.of(sql);
    }

    /** Rows written out. */
    public static ValuesList values(Field<?>... fields) {
        if (fields.length == 0) {
            throw new StatementException("values(): name at least one field");
        }
        return new ValuesList(List.of(fields), Chain.empty());
    }

    public static <T> Field<T> field(String name, SqlType<T> type) {
        return new Field<>(name, type);
    }

    /** Where a column's value is found in an object, for {@link Insert#rows}. */
    public static <P, T> Cell<P> cell(TableColumn<T> column, Cell.Getter<? super P, ? extends T> value) {
        return Cell.of(column, value);
    }

    /** A function that gives rows, to stand in FROM. */
    public static FunctionCall rowsOf(String function, Operand<?>... arguments) {
        return new FunctionCall(FunctionName.verbatim(Functions.name(function)), Functions.nodes(arguments));
    }

    /** A value, bound. */
    public static <T> Expression<T> value(T value) {
        if (value == null) {
            throw new StatementException("value(null) has no type; use nullValue(type)");
        }
        return new Typed<>(Binds.of(value), Binds.typeOf(value));
    }

    public static <T> Expression<T> value(T value, SqlType<T> type) {
        return value == null ? nullValue(type) : new Typed<>(Values.bind(type, value, "value(…)"), type);
    }

    /** A place in a change for a value that differs from set to set, when the change runs for many; see {@link Batch}. */
    public static <T> Parameter<T> param(String name, SqlType<T> type) {
        return Parameter.of(name, type);
    }

    /** Where a parameter's value is found in an object: {@code bind(TITLE, Book::title)}. A null becomes NULL. */
    public static <P, T> Binding<P> bind(Parameter<T> parameter, Cell.Getter<? super P, ? extends T> value) {
        return Binding.of(parameter, value);
    }

    public static <T> Expression<T> nullValue(SqlType<T> type) {
        return new Typed<>(new Bind(null, type), type);
    }

    /** True where all are; with no conditions, always true. */
    @SafeVarargs
    public static Condition and(Expression<Boolean>... conditions) {
        Condition all = Condition.TRUE;
        for (Expression<Boolean> condition : conditions) {
            all = all.and(condition);
        }
        return all;
    }

    /** True where one is; with no conditions, never true. */
    @SafeVarargs
    public static Condition or(Expression<Boolean>... conditions) {
        Condition any = Condition.FALSE;
        for (Expression<Boolean> condition : conditions) {
            any = any.or(condition);
        }
        return any;
    }

    public static Condition not(Expression<Boolean> condition) {
        return new Condition(new Not(condition.node()));
    }

    /** A boolean column or function as a condition, for {@code and}, {@code or} and {@code not}. */
    public static Condition condition(Expression<Boolean> expression) {
        return Condition.of(expression);
    }

    /** True where the query gives a row. */
    public static Condition exists(Query<?> query) {
        return new Condition(new Exists(Subqueries.of(query, "exists")));
    }

    /** True where the query gives no row. */
    public static Condition notExists(Query<?> query) {
        return new Condition(new Not(new Exists(Subqueries.of(query, "notExists"))));
    }

    /** The one value of a query, to stand where an expression does; NULL if it has no row. */
    public static <T> Expression<T> scalar(RowQuery<T> query) {
        return new Typed<>(new Scalar(query.tree()), Subqueries.singleType(query.resultItems()));
    }

    /** Any of a query's values: {@code price.gt(any(select(…)))}. */
    public static <T> Quantified<T> any(RowQuery<T> query) {
        return new Quantified<>(new QuantifiedQuery(false, query.tree()), Subqueries.singleType(query.resultItems()));
    }

    /** All of a query's values; true if there are none. */
    public static <T> Quantified<T> all(RowQuery<T> query) {
        return new Quantified<>(new QuantifiedQuery(true, query.tree()), Subqueries.singleType(query.resultItems()));
    }

    /** Any of an array's elements. */
    public static <T> Quantified<T> any(Expression<List<T>> array) {
        return new Quantified<>(new QuantifiedArray(false, array.node()), elementOf(array.type()));
    }

    /** All of an array's elements. */
    public static <T> Quantified<T> all(Expression<List<T>> array) {
        return new Quantified<>(new QuantifiedArray(true, array.node()), elementOf(array.type()));
    }

    /**
     * The rows of a query as one list within each row around it, in the query's order; the query may refer to what
     * stands around it.
     *
     * <pre>{@code
     * record Shelf(String author, List<Volume> books) {}
     * select(AUTHOR.name, multiset(select(BOOK.title, BOOK.pages).as(Volume::new)
     *         .from(BOOK).where(BOOK.authorId.eq(AUTHOR.id)).orderBy(BOOK.title))).as(Shelf::new).from(AUTHOR)
     * }</pre>
     */
    public static <R> Multiset<R> multiset(Query<R> query) {
        return Multiset.of(query);
    }

    /** Several values as one, to be compared together. */
    public static Tuple tuple(Expression<?> first, Expression<?>... more) {
        return Tuple.of(first, more);
    }

    /** An array of values that the database computes. */
    @SafeVarargs
    public static <T> Expression<List<T>> arrayOf(Expression<T> first, Expression<T>... more) {
        SqlType<List<T>> type = SqlTypes.array(first.type());
        Chain<Expr> elements = Chain.of(first.node());
        for (Expression<T> element : more) {
            elements = elements.plus(element.node());
        }
        return new Typed<>(new ArrayOf(List.copyOf(elements), type), type);
    }

    /** CASE, beginning with its first branch. */
    public static <T> Case<T> caseWhen(Expression<Boolean> condition, T result) {
        Values.present(result, "a branch of CASE", "pass nullValue(type)");
        return Case.of(condition, Binds.of(result), Binds.typeOf(result));
    }

    public static <T> Case<T> caseWhen(Expression<Boolean> condition, Operand<T> result) {
        return Case.of(condition, result.node(), result.type());
    }

    /** CASE that compares one expression with values: {@code caseOf(ORDERS.status).when("paid", 1).otherwise(0)}. */
    public static <S> CaseOf<S> caseOf(Expression<S> subject) {
        return new CaseOf<>(subject);
    }

    /** In an upsert, the value that the insert proposed for a column. */
    public static <T> Expression<T> excluded(TableColumn<T> column) {
        return new Typed<>(new Excluded(column.source(), column.name()), column.type());
    }

    /** Groups by all, by all but the last, and so on down to one group of everything. */
    public static Groupable rollup(Expression<?>... expressions) {
        requireSome("rollup", expressions);
        return sets(
                GroupingSets.Kind.ROLLUP,
                Arrays.stream(expressions).map(List::<Expression<?>>of).toList());
    }

    /** Groups by every subset. */
    public static Groupable cube(Expression<?>... expressions) {
        requireSome("cube", expressions);
        return sets(
                GroupingSets.Kind.CUBE,
                Arrays.stream(expressions).map(List::<Expression<?>>of).toList());
    }

    /** Groups by each of these lists; an empty one is one group of everything. */
    public static Groupable groupingSets(List<? extends List<? extends Expression<?>>> sets) {
        if (sets.isEmpty()) {
            throw new StatementException("groupingSets(…): there is no set; name at least one");
        }
        return sets(GroupingSets.Kind.GROUPING_SETS, sets);
    }

    private static void requireSome(String function, Expression<?>... expressions) {
        if (expressions.length == 0) {
            throw new StatementException("%s(): name at least one expression".formatted(function));
        }
    }

    /**
     * SQL that the builder does not know, with {@code {}} for each expression; {@code {{}}} is a pair of braces.
     *
     * <pre>{@code
     * template("{} OPERATOR(public.<->) {}", DOUBLE, PLACE.position, value(here))
     * }</pre>
     */
    public static <T> Expression<T> template(String sql, SqlType<T> type, Operand<?>... gaps) {
        List<String> texts = Arrays.stream(sql.split("(?<!\\{)\\{}(?!})", -1))
                .map(text -> text.replace("{{}}", "{}"))
                .toList();
        if (texts.size() != gaps.length + 1) {
            throw new StatementException("template(…): the text has %d {} and there are %d expressions"
                    .formatted(texts.size() - 1, gaps.length));
        }
        return new Typed<>(new Template(texts, Functions.nodes(gaps)), type);
    }

    private static Groupable sets(GroupingSets.Kind kind, List<? extends List<? extends Expression<?>>> sets) {
        var node = new GroupingSets(
                kind,
                sets.stream()
                        .map(set -> set.stream().<Expr>map(Expression::node).toList())
                        .toList());
        return () -> node;
    }

    @SuppressWarnings("unchecked") // the element type of an array of T
    private static <T> SqlType<T> elementOf(SqlType<List<T>> array) {
        return (SqlType<T>) Objects.requireNonNull(array.element(), "an array has elements");
    }
}
