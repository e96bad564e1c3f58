package io.sluice.driver.postgresql;

import static io.sluice.sql.Sql.text;
import static io.sluice.type.SqlTypes.INTEGER;

import io.sluice.engine.AdvisoryLock;
import io.sluice.engine.AdvisoryLocks;
import io.sluice.sql.Query;
import java.util.Optional;

/** PostgreSQL's advisory locks by one big number, for a session or for a transaction. */
final class PostgresqlLocks implements AdvisoryLocks {

    @Override
    public Query<Integer> take(AdvisoryLock lock, boolean isPatient) {
        return query(isPatient ? "pg_advisory_lock" : "pg_try_advisory_lock", lock, isPatient);
    }

    @Override
    public Optional<Query<Integer>> takeInTransaction(AdvisoryLock lock, boolean isPatient) {
        return Optional.of(query(isPatient ? "pg_advisory_xact_lock" : "pg_try_advisory_xact_lock", lock, isPatient));
    }

    /** Those that wait give nothing. */
    private static Query<Integer> query(String function, AdvisoryLock lock, boolean isPatient) {
        String sql = isPatient
                ? "SELECT 1 FROM " + function + "(:number)"
                : "SELECT CASE WHEN " + function + "(:number) THEN 1 ELSE 0 END";
        return text(sql).bind("number", lock.number()).returning(INTEGER);
    }

    @Override
    public String releaseAll() {
        return "SELECT pg_advisory_unlock_all()";
    }
}
