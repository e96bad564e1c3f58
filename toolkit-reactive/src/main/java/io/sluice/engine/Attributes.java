package io.sluice.engine;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Values by name that users keep with a scope, such as who asks. */
public final class Attributes {
    private final ConcurrentHashMap<String, Object> values = new ConcurrentHashMap<>();

    Attributes() {}

    public Attributes put(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** The value of a name, if it is there and of that type. */
    public <T> Optional<T> get(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).filter(type::isInstance).map(type::cast);
    }
}
