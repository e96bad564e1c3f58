package io.sluice.session;

import io.sluice.engine.Executed;
import io.sluice.engine.Result;
import io.sluice.engine.StatementExecutor;
import io.sluice.load.Graphs;
import io.sluice.mapping.EntityReference;
import io.sluice.mapping.EntityTable;
import io.sluice.mapping.Load;
import io.sluice.mapping.Loads;
import io.sluice.mapping.Relation;
import io.sluice.schema.Column;
import io.sluice.sql.Command;
import io.sluice.sql.Query;
import io.sluice.sql.Select;
import io.sluice.sql.StatementException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A conversation with the database about entities: in it, one key is one object, however many queries find it. A relation
 * that was not loaded raises when it is read, because reading it would have to block.
 *
 * <pre>{@code
 * sessions.inTransaction(session -> session
 *         .execute(select(ORDER).where(ORDER.id.eq(id)).load(selectIn(ORDER.lineItems)))
 *         .one());
 * }</pre>
 *
 * <p>It is used by one flow at a time: a call while another is under way is refused, naming both.
 */
public sealed class AsyncSession implements StatementExecutor permits OpenSession {
    private final SessionCore core;

    AsyncSession(SessionCore core) {
        this.core = core;
    }

    /** A query; entities in its results are managed by this session. What it knows already is not read over. */
    @Override
    public <R> Result<R> execute(Query<R> query) {
        return new SessionResult<>(Objects.requireNonNull(query, "query"), core);
    }

    @Override
    public Executed execute(Command command) {
        Executed executed = core.executor().execute(Objects.requireNonNull(command, "command"));
        return new SessionCommand(command, executed, core.calls());
    }

    /** The entity with a key, or nothing; the database is asked only if the session does not know it. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <E, K> Mono<E> get(EntityTable<E, K> table, K key, Load<? super E, ?>... loads) {
        Object id = table.mapper().idOfKey(key);
        return Mono.defer(() -> {
            Object known = core.identities().find(table.root(), id);
            if (table.entityClass().isInstance(known)) {
                E entity = table.entityClass().cast(known);
                return loads.length == 0 ? Mono.just(entity) : load(entity, loads);
            }
            Select<E> select = Entities.byId(table, id);
            return execute(loads.length == 0 ? select : select.load(loads)).oneOrEmpty();
        });
    }

    /** An entity by its key alone, to refer to it without reading it: {@code book.author.set(session.reference(AUTHOR, 5L))}. */
    public final <E, K> EntityReference<E> reference(EntityTable<E, K> table, K key) {
        return table.reference(key);
    }

    /** Loads what was not loaded yet of an entity, and gives the entity. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <E> Mono<E> load(E entity, Load<? super E, ?>... loads) {
        return load(List.of(entity), loads).thenReturn(entity);
    }

    /** Loads what was not loaded yet of entities, with one query for each relation, and gives the entities. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <E, C extends Collection<? extends E>> Mono<C> load(C entities, Load<? super E, ?>... loads) {
        if (loads.length == 0) {
            throw new StatementException("load(…): name at least one relation");
        }
        EntityTable<?, ?> table = (EntityTable<?, ?>) loads[0].root();
        return loaded(table, entities, List.of(loads)).thenReturn(entities);
    }

    /** Loads a relation of an entity, unless it is loaded, and gives the entity. */
    public final <E, T> Mono<E> load(E entity, Relation<? super E, T> relation) {
        return loaded(relation.entity(), List.of(entity), List.of(Loads.selectIn(relation)))
                .thenReturn(entity);
    }

    /** Loads a relation of entities, of those where it is not loaded, with one query for all, and gives the entities. */
    public final <E, C extends Collection<? extends E>> Mono<C> load(C entities, Relation<? super E, ?> relation) {
        return loaded(relation.entity(), entities, List.of(Loads.selectIn(relation)))
                .thenReturn(entities);
    }

    /** Loads a column that was left out, and gives the entity. */
    public final <E> Mono<E> load(E entity, Column<?> column) {
        return loaded(entityOf(column), List.of(entity), List.of(Loads.columns(entityOf(column), column)))
                .thenReturn(entity);
    }

    /** Loads a column that was left out, with one query for all, and gives the entities. */
    public final <C extends Collection<?>> Mono<C> load(C entities, Column<?> column) {
        return loaded(entityOf(column), entities, List.of(Loads.columns(entityOf(column), column)))
                .thenReturn(entities);
    }

    private Mono<Void> loaded(EntityTable<?, ?> table, Collection<?> entities, List<? extends Load<?, ?>> loads) {
        return core.calls().call(() -> "load" + loads, section -> {
            Entities.requireManaged(table, entities, core.identities());
            return entities.isEmpty()
                    ? Mono.empty()
                    : Graphs.load(
                            table,
                            List.copyOf(entities),
                            loads,
                            core.reads(section),
                            core.identities().around(table.root(), entities),
                            core.mostValues());
        });
    }

    private static EntityTable<?, ?> entityOf(Column<?> column) {
        if (column.table() instanceof EntityTable<?, ?> table) {
            return table;
        }
        throw new StatementException("load(…, %s): it is no column of an entity".formatted(column));
    }

    /**
     * The results of a query in constant memory: what belongs to a window is loaded together, and the session forgets it
     * when the next one begins. Where a database cannot serve other statements while a stream is read (H2, MariaDB), what
     * is loaded must be joined.
     */
    public final <R> Flux<R> stream(Query<R> query, Window window) {
        return Flux.defer(() -> {
            Graphs<R> graphs = core.graphs(query, true);
            if (graphs.splits()) {
                return Flux.error(new StatementException(
                        "stream(%s): the rows of one result may come apart, since a collection is contained; load it with selectIn(…) or joined(…), or read a list()"
                                .formatted(query)));
            }
            if (graphs.loadsMore() && !core.interleaves()) {
                return Flux.error(new StatementException(
                        "stream(%s): this database serves no other statement while a stream is read, so nothing can be loaded for its windows; load with joined(…), or read a list()"
                                .formatted(query)));
            }
            return SessionStream.forgetting(graphs, core, window.size());
        });
    }

    /** What runs statements in the same transaction without entities. */
    public final Mono<StatementExecutor> connection() {
        return Mono.just(core.executor());
    }

    /** Whether this very object is the one that the session knows by its key. */
    public final <E> boolean contains(EntityTable<E, ?> table, @Nullable E entity) {
        return entity != null && core.identities().knows(table, entity);
    }

    final SessionCore core() {
        return core;
    }
}
