package io.sluice.engine;

import io.sluice.sql.Query;
import io.sluice.sql.StatementException;

/** The statements that take locks, or why there are none. */
final class Locks {

    private Locks() {}

    static Query<Integer> inTransaction(Driver driver, AdvisoryLock lock, boolean isPatient) {
        return of(driver)
                .takeInTransaction(lock, isPatient)
                .orElseThrow(
                        () -> new StatementException(
                                "this database has no advisory locks that end with their transaction; use withLock(…) of the engine"));
    }

    static AdvisoryLocks ofSessions(Driver driver, boolean isBehindTransactionProxy) {
        if (isBehindTransactionProxy) {
            throw new StatementException(
                    "withLock(…): behind a transaction proxy the lock would be left on a connection of somebody else's; use lock(…) of a transaction");
        }
        return of(driver);
    }

    private static AdvisoryLocks of(Driver driver) {
        return driver.locks()
                .orElseThrow(
                        () -> new StatementException(
                                "this database has no advisory locks; keep a row for each, and lock it by a select with forUpdate()"));
    }
}
