package io.sluice.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Names for the cursors of a scope. A name that is free again is used again, so that the driver has prepared its statements. */
final class CursorNames {
    private final Queue<String> free = new ConcurrentLinkedQueue<>();
    private final AtomicInteger made = new AtomicInteger();

    String take() {
        @Nullable String known = free.poll();
        return known != null ? known : "sluice_" + made.incrementAndGet();
    }

    void giveBack(String name) {
        free.add(name);
    }
}
