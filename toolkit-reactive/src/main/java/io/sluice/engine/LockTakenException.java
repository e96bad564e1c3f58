package io.sluice.engine;

/** Somebody else has the lock, and the caller did not want to wait for it. Nothing was run. */
public final class LockTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LockTakenException(AdvisoryLock lock) {
        super("somebody else has the advisory lock %d; try again later, or wait for it with withLock(…)"
                .formatted(lock.number()));
    }
}
