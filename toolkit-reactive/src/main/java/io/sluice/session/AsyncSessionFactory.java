package io.sluice.session;

import io.sluice.engine.Engine;
import io.sluice.engine.Transaction;
import io.sluice.engine.TransactionOptions;
import io.sluice.mapping.EntityTable;
import io.sluice.schema.Metadata;
import io.sluice.schema.Table;
import io.sluice.sql.StatementException;
import io.sluice.state.Identities;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives sessions over an engine. Make one for a process.
 *
 * <pre>{@code
 * AsyncSessionFactory sessions = AsyncSessionFactory.of(engine, Metadata.of(AUTHOR, BOOK, TAG));
 * Mono<Author> author = sessions.inTransaction(session -> session.get(AUTHOR, 1L));
 * }</pre>
 */
public final class AsyncSessionFactory {
    private static final int MOST_KEYS = 50_000;

    private final Engine engine;
    private final Metadata metadata;
    private final SessionOptions options;

    private AsyncSessionFactory(Engine engine, Metadata metadata, SessionOptions options) {
        this.engine = Objects.requireNonNull(engine, "engine");
        this.metadata = Objects.requireNonNull(metadata, "metadata");
        this.options = options;
    }

    public static AsyncSessionFactory of(Engine engine, Metadata metadata) {
        return new AsyncSessionFactory(engine, metadata, SessionOptions.DEFAULTS);
    }

    /** The same with other options: {@code sessions.with(SessionOptions::readOnly)}. */
    public AsyncSessionFactory with(UnaryOperator<SessionOptions> changed) {
        return new AsyncSessionFactory(engine, metadata, changed.apply(options));
    }

    /** A session in a transaction, which is committed when what the function gives has completed; the value comes after it. */
    public <T> Mono<T> inTransaction(Function<? super AsyncSession, ? extends Mono<T>> function) {
        return engine.inTransaction(this::transaction, tx -> function.apply(on(tx)));
    }

    public <T> Mono<T> inTransaction(
            UnaryOperator<TransactionOptions> transaction, Function<? super AsyncSession, ? extends Mono<T>> function) {
        return engine.inTransaction(begun -> transaction.apply(transaction(begun)), tx -> function.apply(on(tx)));
    }

    /** A stream out of a session in a transaction, which is read-only. */
    public <T> Flux<T> streamInTransaction(Function<? super AsyncSession, ? extends Publisher<T>> function) {
        return engine.streamInTransaction(tx -> function.apply(on(tx)));
    }

    /** A session that commits when told to; what was not committed at its end is rolled back. */
    public <T> Mono<T> use(Function<? super OpenSession, ? extends Mono<T>> function) {
        return engine.connect(connection -> function.apply(new OpenSession(core(connection), connection)));
    }

    /** A session on a transaction that somebody else has begun and will end. */
    public AsyncSession on(Transaction transaction) {
        return new AsyncSession(core(transaction));
    }

    private TransactionOptions transaction(TransactionOptions begun) {
        return options.isReadOnly() ? begun.readOnly() : begun;
    }

    private SessionCore core(Transaction transaction) {
        return new SessionCore(
                transaction,
                options.isReadOnly() ? Identities.readOnly() : Identities.empty(),
                new Calls(),
                Math.min(MOST_KEYS, engine.dialect().mostValues()),
                engine.servesWhileStreaming());
    }

    /** What is mapped for a class: its columns and relations are {@code table(Author.class).mapper()}'s. */
    @SuppressWarnings("unchecked") // a table is of its own class
    public <E> EntityTable<E, ?> table(Class<E> entityClass) {
        for (Table table : metadata) {
            if (table instanceof EntityTable<?, ?> entity && entity.entityClass() == entityClass) {
                return (EntityTable<E, ?>) entity;
            }
        }
        throw new StatementException("%s is no entity of this metadata; it has %s".formatted(entityClass, metadata));
    }
}
