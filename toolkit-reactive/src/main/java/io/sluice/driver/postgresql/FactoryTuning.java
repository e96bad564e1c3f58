package io.sluice.driver.postgresql;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** How a connection factory was configured, which the driver shows to nobody. What cannot be found out is not missed. */
record FactoryTuning(boolean isBinary, int cachedStatements, boolean hasLoops) {

    static List<String> missing(ConnectionFactory factory) {
        if (!(factory instanceof PostgresqlConnectionFactory)) {
            return List.of();
        }
        try {
            return of(factory).missing();
        } catch (ReflectiveOperationException | RuntimeException e) {
            return List.of();
        }
    }

    private static FactoryTuning of(ConnectionFactory factory) throws ReflectiveOperationException {
        Object configuration = ask(factory, "getConfiguration");
        Object settings = ask(configuration, "getConnectionSettings");
        return new FactoryTuning(
                (Boolean) ask(configuration, "isForceBinary"),
                (Integer) ask(configuration, "getPreparedStatementCacheQueries"),
                (Boolean) ask(settings, "hasLoopResources"));
    }

    private static Object ask(Object whom, String what) throws ReflectiveOperationException {
        Method method = whom.getClass().getDeclaredMethod(what);
        method.setAccessible(true);
        return method.invoke(whom);
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!isBinary) {
            missing.add("results of statements come as text, which takes longer to read; set forceBinary(true)");
        }
        if (cachedStatements < 0) {
            missing.add(
                    "every text that a connection ever ran stays prepared on the server; set preparedStatementCacheQueries(256)");
        }
        if (!hasLoops) {
            missing.add(
                    "a pool's connections may all share one thread; set loopResources(LoopResources.create(…)) that do not colocate");
        }
        return missing;
    }
}
