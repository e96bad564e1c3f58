package io.sluice.sql;

import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FromItem.JoinType;
import io.sluice.sql.tree.Nested.Scalar;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.SelectNode.Distinct;
import io.sluice.sql.tree.SelectNode.Grouping;
import io.sluice.sql.tree.SelectNode.Lock;
import io.sluice.sql.tree.SelectNode.NamedWindow;
import io.sluice.sql.tree.SelectNode.Projection;
import io.sluice.sql.tree.SelectNode.Strength;
import io.sluice.sql.tree.SelectNode.Wait;
import io.sluice.sql.tree.Tail;
import io.sluice.type.SqlType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT. Every method returns a new statement; this one never changes, so it may be a constant, shared between
 * threads, and extended by plain functions.
 *
 * <pre>{@code
 * var pending = select(ORDERS.id, ORDERS.totalCents)
 *         .from(ORDERS)
 *         .where(ORDERS.status.eq("pending"))
 *         .orderBy(ORDERS.createdAt.desc())
 *         .limit(20);
 * }</pre>
 */
public sealed class Select<R> implements RowQuery<R>, Operand<R> permits Projections.Typed {
    private final Clauses clauses;
    private final RowReader<R> assembly;
    private final RowReader<R> reader;

    Select(Clauses clauses, RowReader<R> assembly) {
        this(clauses, assembly, alone(clauses.entities(), assembly));
    }

    Select(Clauses clauses, RowReader<R> assembly, RowReader<R> reader) {
        this.clauses = clauses;
        this.assembly = assembly;
        this.reader = reader;
    }

    private static <R> RowReader<R> alone(SelectedEntities entities, RowReader<R> assembly) {
        return entities.isEmpty() ? assembly : row -> assembly.read(entities.read(row));
    }

    /** Drops rows that are equal to another. */
    public final Select<R> distinct() {
        return projection(
                new Projection(Distinct.ROWS, List.of(), clauses.projection().items()));
    }

    /** Keeps, of the rows that agree in these, the first by ORDER BY. */
    public final Select<R> distinctOn(Expression<?>... expressions) {
        if (expressions.length == 0) {
            throw new StatementException("distinctOn(): name at least one expression, or say distinct()");
        }
        return projection(new Projection(
                Distinct.ON, nodes(expressions), clauses.projection().items()));
    }

    public final Select<R> from(Source... sources) {
        return sources(clauses.sources().list(sources));
    }

    /** Joins along the only foreign key there is between it and what stands before; {@link #on} says otherwise. */
    public final Select<R> join(Source source) {
        return sources(clauses.sources().add(JoinType.INNER, source));
    }

    /** Joins what lies on a path, hop by hop; {@link #on} adds a condition to the last. */
    public final Select<R> join(JoinPath path) {
        return sources(clauses.sources().along(JoinType.INNER, path));
    }

    /** As {@link #join(JoinPath)}, keeping rows from which the path leads nowhere. */
    public final Select<R> leftJoin(JoinPath path) {
        return sources(clauses.sources().along(JoinType.LEFT, path));
    }

    /** As {@link #join(Source)}, keeping rows that find no partner. */
    public final Select<R> leftJoin(Source source) {
        return sources(clauses.sources().add(JoinType.LEFT, source));
    }

    /** As {@link #join(Source)}, keeping rows of the joined source that find no partner. */
    public final Select<R> rightJoin(Source source) {
        return sources(clauses.sources().add(JoinType.RIGHT, source));
    }

    /** As {@link #join(Source)}, keeping all rows of both. */
    public final Select<R> fullJoin(Source source) {
        return sources(clauses.sources().add(JoinType.FULL, source));
    }

    /** Every row with every row. */
    public final Select<R> crossJoin(Source source) {
        return sources(clauses.sources().add(JoinType.CROSS, source));
    }

    /** What must hold for rows to be joined; several conditions, in one call or in many, must all hold. */
    @SafeVarargs
    public final Select<R> on(Expression<Boolean> condition, Expression<Boolean>... more) {
        return sources(clauses.sources().on(condition, more));
    }

    /** What must hold for a row; several conditions, in one call or in many, must all hold. */
    @SafeVarargs
    public final Select<R> where(Expression<Boolean>... conditions) {
        clauses.sources().requireSettled();
        return filtered(Conditions.append(clauses.where(), conditions));
    }

    public final Select<R> groupBy(Groupable... terms) {
        clauses.sources().requireSettled();
        Chain<Expr> groups = clauses.grouping().groupBy();
        for (Groupable term : terms) {
            groups = groups.plus(term.node());
        }
        return grouping(new Grouping(
                groups, clauses.grouping().having(), clauses.grouping().windows()));
    }

    @SafeVarargs
    public final Select<R> having(Expression<Boolean>... conditions) {
        return grouping(new Grouping(
                clauses.grouping().groupBy(),
                Conditions.append(clauses.grouping().having(), conditions),
                clauses.grouping().windows()));
    }

    /** Declares a window that calls may share: {@code sum(x).over("w")}. */
    public final Select<R> window(String name, Window window) {
        var named = new NamedWindow(Names.require(name, "a window's name"), window.node());
        if (clauses.grouping().windows().stream()
                .anyMatch(present -> present.name().equals(name))) {
            throw new StatementException("window(…): there are two windows named %s".formatted(name));
        }
        return grouping(new Grouping(
                clauses.grouping().groupBy(),
                clauses.grouping().having(),
                clauses.grouping().windows().plus(named)));
    }

    /** Sorts; called again, it adds terms that decide between rows that were equal so far. */
    public final Select<R> orderBy(Sortable... terms) {
        clauses.sources().requireSettled();
        return tail(Tails.orderBy(clauses.tail(), terms));
    }

    public final Select<R> limit(long rows) {
        return tail(Tails.limit(clauses.tail(), rows));
    }

    /** As {@link #limit}, and with it the rows that ORDER BY cannot tell from the last. */
    public final Select<R> limitWithTies(long rows) {
        return tail(Tails.limitWithTies(clauses.tail(), rows));
    }

    public final Select<R> offset(long rows) {
        return tail(Tails.offset(clauses.tail(), rows));
    }

    /** The rows after the one with these values of the ORDER BY terms: paging that does not slow down. */
    public final Select<R> startAfter(Object... values) {
        return filtered(clauses.where().plus(Keyset.after(clauses.tail().orderBy(), values)));
    }

    /** Locks the rows against change until the transaction ends. */
    public final Select<R> forUpdate() {
        return lock(Strength.UPDATE);
    }

    /** As {@link #forUpdate}, but lets others refer to the rows by foreign keys. */
    public final Select<R> forNoKeyUpdate() {
        return lock(Strength.NO_KEY_UPDATE);
    }

    /** Keeps others from changing the rows, but not from locking them so too. */
    public final Select<R> forShare() {
        return lock(Strength.SHARE);
    }

    /** As {@link #forShare}, but lets others change what is no key. */
    public final Select<R> forKeyShare() {
        return lock(Strength.KEY_SHARE);
    }

    /** Limits the lock just asked for to some of the sources. */
    public final Select<R> of(Source... sources) {
        Lock last = lastLock("of");
        if (sources.length == 0) {
            throw new StatementException("of(): there is no source; name those to lock, or leave of(…) out for all");
        }
        List<Qualifier> names = Arrays.stream(sources)
                .map(source -> source.sourceNode().qualifier())
                .toList();
        return replaceLock(new Lock(last.strength(), names, last.waiting()));
    }

    /** Fails at once where another transaction holds a row. */
    public final Select<R> noWait() {
        Lock last = lastLock("noWait");
        return replaceLock(new Lock(last.strength(), last.of(), Wait.NOWAIT));
    }

    /** Leaves out rows that another transaction holds: for queues. */
    public final Select<R> skipLocked() {
        Lock last = lastLock("skipLocked");
        return replaceLock(new Lock(last.strength(), last.of(), Wait.SKIP_LOCKED));
    }

    /** Reads each row as a record, by position; number and types are checked now. */
    public final <V> Select<V> as(Class<V> record) {
        return new Select<>(clauses, Readers.record(record, clauses.projection().items(), clauses.entities()));
    }

    /** What a session reads besides the entities selected here, as {@code load(selectIn(AUTHOR.books))}. Only a session can. */
    public final Select<R> load(LoadOption... options) {
        if (clauses.entities().isEmpty()) {
            throw new StatementException(
                    "load(…): this statement selects no entity that something could be loaded for; select one, or leave load(…) out");
        }
        Chain<LoadOption> loads = clauses.loads();
        for (LoadOption option : options) {
            if (clauses.entities().places().stream()
                    .noneMatch(place -> place.source().holds(option.root()))) {
                throw new StatementException("load(%s): it begins with %s, and the statement selects %s"
                        .formatted(
                                option,
                                named(option.root()),
                                clauses.entities().places().stream()
                                        .map(place -> named(place.source()))
                                        .toList()));
            }
            loads = loads.plus(option);
        }
        return with(clauses.withLoads(loads));
    }

    /** With its alias, by which alone two of them may differ. */
    private static String named(EntitySource<?> source) {
        return "%s as %s"
                .formatted(
                        source.entityName(), Description.of(source.sourceNode().qualifier()));
    }

    @Override
    public final List<LoadOption> loads() {
        return clauses.loads();
    }

    @Override
    public final SelectedEntities entities() {
        return clauses.entities();
    }

    @Override
    public final RowReader<R> assembly() {
        return assembly;
    }

    @Override
    public SelectNode tree() {
        if (clauses.tail().withTies() && clauses.tail().orderBy().isEmpty()) {
            throw new StatementException("limitWithTies(…) needs an order to know what ties; call orderBy(…)");
        }
        return new SelectNode(
                clauses.with(),
                clauses.projection(),
                clauses.sources().settled(),
                clauses.sources().restrict(clauses.where()),
                clauses.grouping(),
                clauses.tail(),
                clauses.locks());
    }

    @Override
    public final List<ResultItem> resultItems() {
        return clauses.projection().items();
    }

    @Override
    public final RowReader<R> reader() {
        return reader;
    }

    @Override
    public final Expr node() {
        type();
        return new Scalar(tree());
    }

    @Override
    public final SqlType<R> type() {
        return Subqueries.singleType(clauses.projection().items());
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Select<?> that && tree().equals(that.tree());
    }

    @Override
    public final int hashCode() {
        return tree().hashCode();
    }

    @Override
    public final String toString() {
        return StandardText.of(this);
    }

    final Clauses clauses() {
        return clauses;
    }

    private static List<Expr> nodes(Expression<?>... expressions) {
        return Arrays.stream(expressions).<Expr>map(Expression::node).toList();
    }

    private Lock lastLock(String method) {
        if (clauses.locks().isEmpty()) {
            throw new StatementException(
                    "%s(…) belongs after forUpdate() or another lock; there is none here".formatted(method));
        }
        return clauses.locks().get(clauses.locks().size() - 1);
    }

    private Select<R> lock(Strength strength) {
        return locks(clauses.locks().plus(new Lock(strength, List.of(), null)));
    }

    private Select<R> replaceLock(Lock lock) {
        return locks(Chain.copyOf(clauses.locks().subList(0, clauses.locks().size() - 1))
                .plus(lock));
    }

    private Select<R> projection(Projection projection) {
        return with(clauses.withProjection(projection));
    }

    private Select<R> sources(Sources sources) {
        return with(clauses.withSources(sources));
    }

    private Select<R> filtered(Chain<Expr> where) {
        return with(clauses.withWhere(where));
    }

    private Select<R> grouping(Grouping grouping) {
        return with(clauses.withGrouping(grouping));
    }

    private Select<R> tail(Tail tail) {
        return with(clauses.withTail(tail));
    }

    private Select<R> locks(Chain<Lock> locks) {
        return with(clauses.withLocks(locks));
    }

    private Select<R> with(Clauses changed) {
        return new Select<>(changed, assembly, reader);
    }
}
