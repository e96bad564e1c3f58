package io.sluice.session;

import io.sluice.engine.Connection;
import reactor.core.publisher.Mono;

/** A session that commits as you go. Its entities stay as they are when it does. */
public final class OpenSession extends AsyncSession {
    private final Connection connection;

    OpenSession(SessionCore core, Connection connection) {
        super(core);
        this.connection = connection;
    }

    /** Commits what was done; the next statement begins a new transaction. */
    public Mono<Void> commit() {
        return core().calls().call(() -> "commit()", section -> connection.commit());
    }

    /** Undoes what was done since the last commit; the session forgets its entities, which may tell of what never was. */
    public Mono<Void> rollback() {
        return core().calls()
                .call(() -> "rollback()", section -> connection.rollback())
                .doOnSuccess(nothing -> core().identities().clear());
    }
}
