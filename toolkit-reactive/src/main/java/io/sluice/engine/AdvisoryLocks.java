package io.sluice.engine;

import io.sluice.sql.Query;
import java.util.Optional;

/** How a database says locks that are on nothing it knows. What takes one gives 1 if the caller has it now. */
public interface AdvisoryLocks {

    /** Takes a lock for the session; the patient wait until they have it. */
    Query<Integer> take(AdvisoryLock lock, boolean isPatient);

    /** Takes a lock until the transaction ends, where there is such a thing. */
    Optional<Query<Integer>> takeInTransaction(AdvisoryLock lock, boolean isPatient);

    /** Gives back all locks of the session. */
    String releaseAll();
}
