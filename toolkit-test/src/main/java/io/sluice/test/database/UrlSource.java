package io.sluice.test.database;

import static io.r2dbc.spi.ConnectionFactoryOptions.DRIVER;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A server that runs already and that the environment, or a system property before it, names by an R2DBC URL. */
final class UrlSource implements Source {

    private final String driver;
    private final String variable;
    private final String property;
    private final Environment environment;

    UrlSource(String driver) {
        this(driver, System::getenv);
    }

    UrlSource(String driver, Environment environment) {
        this.driver = driver;
        this.variable = "SLUICE_TEST_%s_URL".formatted(driver.toUpperCase(Locale.ROOT));
        this.property = "sluice.test.%s.url".formatted(driver);
        this.environment = environment;
    }

    @Override
    public Origin.Way way() {
        return Origin.Way.URL;
    }

    @Override
    public SourcedServer start() throws Unavailable {
        String named = System.getProperty(property);
        String key = property;
        if (named == null || named.isBlank()) {
            named = environment.variable(variable);
            key = variable;
        }
        if (named == null || named.isBlank()) {
            throw new Unavailable(
                    "neither %s nor -D%s is set".formatted(variable, property),
                    "set one to r2dbc:%s://user:password@host/database".formatted(driver));
        }
        return new SourcedServer(answering(key, parsed(key, named.strip())), true);
    }

    private DatabaseUrl parsed(String key, String named) {
        DatabaseUrl url;
        Object actual;
        try {
            url = DatabaseUrl.parse(named);
            actual = url.options().getValue(DRIVER);
        } catch (IllegalArgumentException e) {
            throw refused(key, "it is no R2DBC URL", null);
        }
        if (!driver.equals(actual)) {
            throw refused(key, "it is for the driver '%s'".formatted(actual), null);
        }
        return url;
    }

    private DatabaseUrl answering(String key, DatabaseUrl url) {
        try {
            Script.of("SELECT 1").run(url);
            return url;
        } catch (RuntimeException e) {
            throw refused(key, "%s does not serve: %s".formatted(url, e.getMessage()), e);
        }
    }

    private TestDatabaseException refused(String key, String reason, @Nullable Throwable cause) {
        return new TestDatabaseException(
                "The server that %s names: %s; correct it to r2dbc:%s://user:password@host/database, or unset it to try other ways"
                        .formatted(key, reason, driver),
                cause);
    }
}
