package io.sluice.driver.mariadb;

import static io.sluice.sql.Sql.text;
import static io.sluice.type.SqlTypes.INTEGER;

import io.sluice.engine.AdvisoryLock;
import io.sluice.engine.AdvisoryLocks;
import io.sluice.sql.Query;
import java.util.Optional;

/** MariaDB's locks by a name, which belong to a session and hold for the whole server, whatever the database. */
final class MariadbLocks implements AdvisoryLocks {

    /** As patient as one can be: it has no word for ever. */
    private static final int A_YEAR = 31_536_000;

    @Override
    public Query<Integer> take(AdvisoryLock lock, boolean isPatient) {
        return text("SELECT coalesce(get_lock(:name, :seconds), 0)")
                .bind("name", "sluice " + lock.number())
                .bind("seconds", isPatient ? A_YEAR : 0)
                .returning(INTEGER);
    }

    @Override
    public Optional<Query<Integer>> takeInTransaction(AdvisoryLock lock, boolean isPatient) {
        return Optional.empty();
    }

    @Override
    public String releaseAll() {
        return "SELECT release_all_locks()";
    }
}
