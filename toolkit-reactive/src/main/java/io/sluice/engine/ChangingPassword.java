package io.sluice.engine;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Connects with the password of the moment. While that stays, so does the factory, which may know by now which of its hosts answer. */
final class ChangingPassword implements ConnectionFactory {
    private final ConnectionFactoryOptions options;
    private final Mono<String> passwords;
    private final ConnectionFactoryMetadata metadata;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    ChangingPassword(ConnectionFactoryOptions options, Mono<String> passwords, ConnectionFactoryMetadata metadata) {
        this.options = options;
        this.passwords = passwords;
        this.metadata = metadata;
    }

    /** No record, whose {@code toString} would tell the password. */
    private static final class Known {
        private final String password;
        private final ConnectionFactory factory;

        private Known(String password, ConnectionFactory factory) {
            this.password = password;
            this.factory = factory;
        }
    }

    @Override
    public Publisher<? extends Connection> create() {
        return passwords
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "passwordFrom(…) gave no password; give one, or an error that says why there is none")))
                .flatMap(password -> Mono.from(factory(password).create()));
    }

    private ConnectionFactory factory(String password) {
        Known last = known.get();
        if (last != null && last.password.equals(password)) {
            return last.factory;
        }
        ConnectionFactory factory = ConnectionFactories.get(options.mutate()
                .option(ConnectionFactoryOptions.PASSWORD, password)
                .build());
        known.set(new Known(password, factory));
        return factory;
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return metadata;
    }
}
