package io.sluice.engine;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.R2dbcException;
import io.sluice.dialect.Dialect;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what belongs to a database: its driver's needs and its dialect. */
final class Drivers {
    private static final List<Driver> DRIVERS = services(Driver.class);
    private static final List<Dialect> DIALECTS = services(Dialect.class);

    /** A driver of which nothing special is known. */
    private static final Driver STANDARD = new Driver() {
        @Override
        public boolean serves(String databaseName) {
            return true;
        }

        @Override
        public boolean connects(String driver) {
            return true;
        }
    };

    /** The name of an option in a URL. */
    private static final Pattern OPTION = Pattern.compile("[?&]([A-Za-z][A-Za-z0-9]*)=");

    private Drivers() {}

    static Driver serving(String database) {
        return DRIVERS.stream()
                .filter(driver -> driver.serves(database))
                .findFirst()
                .orElse(STANDARD);
    }

    /** What is known of the constraint behind an error; whose error it is, each driver knows. */
    static Violated violated(R2dbcException error) {
        return DRIVERS.stream()
                .flatMap(driver -> driver.violated(error).stream())
                .findFirst()
                .orElse(Violated.UNKNOWN);
    }

    static Dialect dialectOf(String database) {
        return DIALECTS.stream()
                .filter(dialect -> dialect.isSpokenBy(database))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no dialect for a database called %s; Sluice knows %s"
                                .formatted(
                                        database,
                                        DIALECTS.stream().map(Dialect::name).collect(Collectors.joining(", ")))));
    }

    /** A URL that cannot be read may hold a password, so it is not repeated. */
    static ConnectionFactoryOptions parse(String url) {
        try {
            return ConnectionFactoryOptions.parse(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "that is not an R2DBC URL; one looks like r2dbc:postgresql://user:password@host:5432/database");
        }
    }

    static ConnectionFactory connect(String name, ConnectionFactoryOptions options, String url) {
        ConnectionFactoryOptions tuned = DRIVERS.stream()
                .filter(driver -> driver.connects(name))
                .findFirst()
                .orElse(STANDARD)
                .tuned(options);
        ConnectionFactory factory = found(name, tuned, url);
        if (factory == null) {
            throw new IllegalArgumentException(
                    "there is no R2DBC driver named %s on the class path; add the one of your database, such as org.postgresql:r2dbc-postgresql"
                            .formatted(name));
        }
        return factory;
    }

    /** What a driver says of an option that it refuses may quote it, and it may be a secret; so only names of options are told. */
    private static @Nullable ConnectionFactory found(String name, ConnectionFactoryOptions options, String url) {
        try {
            return ConnectionFactories.find(options);
        } catch (RuntimeException e) {
            String message = String.valueOf(e.getMessage());
            List<String> blamed = OPTION.matcher(url)
                    .results()
                    .map(option -> option.group(1))
                    .filter(message::contains)
                    .toList();
            throw new IllegalArgumentException("the driver %s refuses the options of the URL with a %s; look at %s"
                    .formatted(
                            name,
                            e.getClass().getSimpleName(),
                            blamed.isEmpty() ? "their names and values" : String.join(", ", blamed)));
        }
    }

    private static <S> List<S> services(Class<S> service) {
        return ServiceLoader.load(service, service.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
