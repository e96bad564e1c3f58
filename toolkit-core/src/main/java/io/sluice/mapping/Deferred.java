package io.sluice.mapping;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The value of a column that is read only when a query asks for it, such as a long text. Reading it when nobody asked
 * raises.
 *
 * <pre>{@code
 * final Deferred<String> fullText = Deferred.empty();
 * }</pre>
 */
public final class Deferred<T> extends Holder {
    private @Nullable T value;
    private boolean isLoaded = true;

    private Deferred() {}

    /** No value, as a new entity begins. */
    public static <T> Deferred<T> empty() {
        return new Deferred<>();
    }

    /** The value. Raises if it is not loaded, and if there is none. */
    public T get() {
        T found = getOrNull();
        if (found == null) {
            throw new NoSuchElementException(
                    "%s is NULL; use getOrNull() where that may be".formatted(described("the column")));
        }
        return found;
    }

    /** The value, or null if there is none. Raises if it is not loaded. */
    public @Nullable T getOrNull() {
        if (!isLoaded) {
            throw notLoaded();
        }
        return value;
    }

    public void set(@Nullable T other) {
        load(other);
    }

    @Override
    public boolean isLoaded() {
        return isLoaded;
    }

    void unload() {
        value = null;
        isLoaded = false;
    }

    void load(@Nullable T read) {
        value = read;
        isLoaded = true;
    }

    /** The value is left out: it is long, and may be secret. */
    @Override
    public String toString() {
        return !isLoaded ? "not loaded" : value == null ? "none" : "loaded";
    }
}
