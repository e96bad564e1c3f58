package io.sluice.dialect;

import io.sluice.dialect.SqlWriter.Shape;
import io.sluice.sql.tree.StatementNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made of statements, found again by their shape: statements that differ only in their values share one entry.
 * It holds no values, at most so many entries, none of them very long, and drops the ones that were not used for
 * longest, more or less.
 */
public final class StatementCache<V> {
    /** What carries more is an insert of many rows, which seldom comes twice with as many, and whose text is long. */
    private static final int MOST_VALUES = 4_096;

    private final Dialect dialect;
    private final int capacity;
    private final Function<? super CompiledStatement, ? extends V> make;
    private final ConcurrentHashMap<Shape, Entry<V>> entries = new ConcurrentHashMap<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** A statement's entry, and the values that this one brought for its placeholders. */
    public record Bound<V>(V entry, List<@Nullable Object> values) {

        /** Without the values, which stay out of logs. */
        @Override
        public String toString() {
            return "Bound[%s, %d values]".formatted(entry, values.size());
        }
    }

    /** How a cache has fared. */
    public record Statistics(long hits, long misses, int size, int capacity) {}

    private static final class Entry<V> {
        private final V value;
        private volatile boolean wasUsed;

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

    /** What its statements are compiled for. */
    public Dialect dialect() {
        return dialect;
    }

    public Bound<V> get(StatementNode statement) {
        return get(statement, SchemaNames.AS_NAMED);
    }

    /** With other schemas than the statement names; they are part of its shape. */
    public Bound<V> get(StatementNode statement, SchemaNames schemas) {
        SqlWriter out = dialect.written(statement, schemas);
        Shape shape = out.shape();
        Entry<V> entry = entries.get(shape);
        if (entry == null) {
            misses.increment();
            ScopeCheck.of(statement);
            V made = make.apply(dialect.compiled(out));
            if (out.types().size() > MOST_VALUES) {
                return new Bound<>(made, out.values());
            }
            entry = put(shape.kept(), made);
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

    /** Threads that race to make an entry all get the first that is there. */
    private Entry<V> put(Shape shape, V value) {
        var fresh = new Entry<>(value);
        Entry<V> present = entries.putIfAbsent(shape, fresh);
        if (present != null) {
            return present;
        }
        // two threads may have chosen the same entry to drop, which makes room for only one of theirs
        while (entries.size() > capacity) {
            dropOneBut(fresh);
        }
        return fresh;
    }

    /**
     * Goes round once: what was used since the last time gets another chance, the first that was not goes. What has just
     * come stays, or a new statement could never settle among old ones in use.
     */
    private void dropOneBut(Entry<V> fresh) {
        Shape last = null;
        for (Map.Entry<Shape, Entry<V>> candidate : entries.entrySet()) {
            Entry<V> entry = candidate.getValue();
            if (entry == fresh) {
                continue;
            }
            last = candidate.getKey();
            if (!entry.wasUsed) {
                break;
            }
            entry.wasUsed = false;
        }
        if (last == null) {
            return;
        }
        entries.remove(last);
    }
}
