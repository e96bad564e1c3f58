package io.sluice.engine;

import reactor.core.publisher.Mono;

/**
 * A connection that commits as you go: a transaction begins with the first statement and ends with {@link #commit}, {@link
 * #rollback}, or the function it was given to, which rolls back what was not committed.
 */
public final class Connection extends Transaction {

    Connection(ScopePlace place, Execution execution) {
        super(place, execution, new Attributes());
    }

    /** Commits what was done; the next statement begins anew, perhaps on another connection of the pool. */
    public Mono<Void> commit() {
        return scope().commit();
    }

    /** Undoes what was done since the last commit; the next statement begins anew. */
    public Mono<Void> rollback() {
        return scope().rollback();
    }
}
