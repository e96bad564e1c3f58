package io.sluice.engine;

import io.r2dbc.spi.Wrapped;

/** What pools and proxies put around what a driver made. */
final class Wrappings {

    private Wrappings() {}

    static <T> T innermost(T outer, Class<T> type) {
        T found = outer;
        while (found instanceof Wrapped<?> wrapped && type.isInstance(wrapped.unwrap())) {
            found = type.cast(wrapped.unwrap());
        }
        return found;
    }
}
