package io.sluice.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Names for the cursors of a scope. A name that is free again is used again, so that the driver has prepared its statements. */
final class CursorNames {
    private final Queue<String> free = new ConcurrentLinkedQueue<>();
    private final Map<String, String> read = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();

    /** For a statement. */
    String take(String sql) {
        @Nullable String known = free.poll();
        String name = known != null ? known : "sluice_" + made.incrementAndGet();
        read.put(name, sql);
        return name;
    }

    /** Nobody reads on. */
    void ended(String name) {
        read.remove(name);
    }

    /** The statement of a cursor that is being read, if there is any. */
    Optional<String> open() {
        return read.values().stream().findFirst();
    }

    void giveBack(String name) {
        free.add(name);
    }
}
