package io.sluice.dialect;

import io.sluice.dialect.SqlWriter.Shape;
import io.sluice.sql.tree.StatementNode;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made of statements, found again by their shape: statements that differ only in their values share one entry.
 * It holds no values, at most so many entries, and drops the ones that were not used for longest, more or less.
 */
public final class StatementCache<V> {
    private final Dialect dialect;
    private final int capacity;
    private final Function<? super CompiledStatement, ? extends V> make;
    private final ConcurrentHashMap<Shape, Entry<V>> entries = new ConcurrentHashMap<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** A statement's entry, and the values that this one brought for its placeholders. */
    public record Bound<V>(V entry, List<@Nullable Object> values) {}

    /** How a cache has fared. */
    public record Statistics(long hits, long misses, int size, int capacity) {}

    private static final class Entry<V> {
        private final V value;
        private volatile boolean wasUsed = true;

        private Entry(V value) {
            this.value = value;
        }
    }

    public StatementCache(Dialect dialect, int capacity, Function<? super CompiledStatement, ? extends V> make) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a statement cache holds at least one statement, not " + capacity);
        }
        this.dialect = dialect;
        this.capacity = capacity;
        this.make = make;
    }

    public Bound<V> get(StatementNode statement) {
        SqlWriter out = dialect.written(statement);
        Shape shape = out.shape();
        Entry<V> entry = entries.get(shape);
        if (entry == null) {
            misses.increment();
            ScopeCheck.of(statement);
            entry = new Entry<>(make.apply(dialect.compiled(out)));
            if (entries.putIfAbsent(shape.kept(), entry) == null && entries.size() > capacity) {
                dropOne();
            }
        } else {
            hits.increment();
            if (!entry.wasUsed) {
                entry.wasUsed = true;
            }
        }
        return new Bound<>(entry.value, out.values());
    }

    public Statistics statistics() {
        return new Statistics(hits.sum(), misses.sum(), entries.size(), capacity);
    }

    /** Forgets everything, as after a migration. */
    public void clear() {
        entries.clear();
    }

    /** Goes round once: what was used since the last time gets another chance, the first that was not goes. */
    private void dropOne() {
        Iterator<Entry<V>> candidates = entries.values().iterator();
        while (candidates.hasNext()) {
            Entry<V> candidate = candidates.next();
            if (!candidate.wasUsed) {
                candidates.remove();
                return;
            }
            candidate.wasUsed = false;
        }
        Iterator<Entry<V>> all = entries.values().iterator();
        if (all.hasNext()) {
            all.next();
            all.remove();
        }
    }
}
