package io.sluice.state;

import io.sluice.mapping.EntityTable;
import io.sluice.mapping.Mapper;
import io.sluice.mapping.UnfitRowException;
import io.sluice.sql.StatementException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The entities that a session knows, one object for one key. What is known already is never read over, so that a query
 * cannot undo a change that was not written yet. Used by one flow at a time.
 */
public final class Identities {
    private final @Nullable Identities outer;
    private final boolean keepsSnapshots;
    private final IdentityHashMap<EntityTable<?, ?>, Map<Object, Known>> entities = new IdentityHashMap<>();
    private final List<Identities> windows = new ArrayList<>();
    private volatile boolean isFinished;

    /** An entity, and the columns it was made of, unless nobody will ask what it was. */
    private static final class Known {
        private final Object entity;
        private final @Nullable Object @Nullable [] snapshot;

        Known(Object entity, @Nullable Object @Nullable [] snapshot) {
            this.entity = entity;
            this.snapshot = snapshot;
        }
    }

    private Identities(@Nullable Identities outer, boolean keepsSnapshots) {
        this.outer = outer;
        this.keepsSnapshots = keepsSnapshots;
    }

    /** Knows nobody yet. */
    public static Identities empty() {
        return new Identities(null, true);
    }

    /** Knows nobody yet, and will not remember what they were. */
    public static Identities readOnly() {
        return new Identities(null, false);
    }

    /** Knows whom this one knows; who is new is known only until the window is closed. */
    public Identities openWindow() {
        Identities window = new Identities(this, keepsSnapshots);
        windows.add(window);
        return window;
    }

    /** Said of a window of a stream that is over, by whoever ends it: its reader may still have it in hand. */
    public void finish() {
        isFinished = true;
    }

    public void closeFinished() {
        windows.stream().filter(window -> window.isFinished).toList().forEach(this::close);
    }

    public void close(Identities window) {
        windows.remove(window);
        window.clear();
    }

    /** Where what is loaded for entities is known: here if one of them is, else in the window that lasts longest. */
    public Identities around(EntityTable<?, ?> table, Collection<?> around) {
        int last = -1;
        for (Object entity : around) {
            int window = windowOf(table, entity);
            if (window < 0) {
                return this;
            }
            last = Math.max(last, window);
        }
        return last < 0 ? this : windows.get(last);
    }

    private int windowOf(EntityTable<?, ?> table, Object entity) {
        Object id = idIn(table, entity);
        for (int i = windows.size() - 1; id != null && i >= 0; i--) {
            if (windows.get(i).holds(table.root(), id, entity)) {
                return holds(table.root(), id, entity) ? -1 : i;
            }
        }
        return -1;
    }

    public boolean isWindow() {
        return outer != null;
    }

    /** What is loaded for an entity lasts as long as that: if it outlives this window, its targets do, and all that they lead to. */
    public void keepWith(Object owner, EntityTable<?, ?> ownersTable, Object target, EntityTable<?, ?> table) {
        if (outer != null) {
            Object id = idIn(ownersTable, owner);
            if (id != null && outer.holds(ownersTable.root(), id, owner)) {
                outer.takeIn(table, target);
            }
        }
    }

    /** Knows an entity that a window knows, with everybody it leads to. */
    private void takeIn(EntityTable<?, ?> table, Object entity) {
        Deque<Runnable> further = new ArrayDeque<>();
        further.add(() -> takeOne(table, entity, further));
        while (!further.isEmpty()) {
            further.remove().run();
        }
    }

    private void takeOne(EntityTable<?, ?> table, Object entity, Deque<Runnable> further) {
        Object id = idIn(table, entity);
        if (id == null || own(table.root(), id) != null) {
            return;
        }
        Identities session = outer == null ? this : outer;
        if (session != this && session.holds(table.root(), id, entity)) {
            return;
        }
        for (Identities window : session.windows) {
            Known known = window.own(table.root(), id);
            if (known != null && known.entity == entity) {
                entities.computeIfAbsent(table.root(), none -> new HashMap<>()).put(id, known);
                reach(table, entity, (leadsTo, target) -> further.add(() -> takeOne(leadsTo, target, further)));
                return;
            }
        }
    }

    private static <E> void reach(
            EntityTable<E, ?> table, Object entity, BiConsumer<EntityTable<?, ?>, Object> visitor) {
        table.mapper().reach(table.entityClass().cast(entity), visitor);
    }

    private static <E> @Nullable Object idIn(EntityTable<E, ?> table, Object entity) {
        return table.entityClass().isInstance(entity)
                ? table.mapper().id(table.entityClass().cast(entity))
                : null;
    }

    /** What identifies an entity that is known; refused for one whose key was changed, which would be taken for another. */
    public Object idOf(EntityTable<?, ?> table, Object entity) {
        Object id = idIn(table, entity);
        if (id == null || find(table.root(), id) != entity) {
            throw new StatementException(
                    "%s has another key than it was read with, so nothing can be loaded for it; a key never changes: put it back, and write the row anew under the other"
                            .formatted(table.mapper().describe(entity)));
        }
        return id;
    }

    /** The entity in a row: the one that is known, or a new one; null if the row has none. */
    @SuppressWarnings("NullAway") // it cannot see through the module's class files that a row may hold nulls
    public <E> @Nullable E entity(Mapper<E, ?> mapper, @Nullable Object[] row, int offset) {
        Object id = mapper.id(row, offset);
        if (id == null) {
            return null;
        }
        EntityTable<?, ?> root = mapper.entity().root();
        Object known = find(root, id);
        if (known == null) {
            return added(root, id, mapper, row, offset);
        }
        if (!mapper.entity().entityClass().isInstance(known)) {
            throw new UnfitRowException(
                    "%s is a %s to this session, and the row that is read now is a %s; forget it first"
                            .formatted(
                                    mapper.describe(known),
                                    known.getClass().getSimpleName(),
                                    mapper.entity().entityName()));
        }
        return mapper.entity().entityClass().cast(known);
    }

    @SuppressWarnings("NullAway") // it cannot see through the module's class files that a row may hold nulls
    private <E> E added(EntityTable<?, ?> root, Object id, Mapper<E, ?> mapper, @Nullable Object[] row, int offset) {
        E made = mapper.make(row, offset);
        var known = new Known(made, keepsSnapshots ? snapshot(mapper, row, offset) : null);
        entities.computeIfAbsent(root, none -> new HashMap<>()).put(id, known);
        return made;
    }

    private static @Nullable Object[] snapshot(Mapper<?, ?> mapper, @Nullable Object[] row, int offset) {
        int width = mapper.items().size();
        boolean isWhole = offset == 0 && row.length == width;
        return isWhole ? row : Arrays.copyOfRange(row, offset, offset + width);
    }

    /** The entity with this id, if it is known. */
    public @Nullable Object find(EntityTable<?, ?> root, Object id) {
        Known known = known(root, id);
        return known == null ? null : known.entity;
    }

    /** The columns of an entity as they were read; null if it is not known, or if nobody keeps them. */
    public @Nullable Object @Nullable [] snapshot(EntityTable<?, ?> root, Object id) {
        Known known = known(root, id);
        return known == null ? null : known.snapshot;
    }

    private @Nullable Known known(EntityTable<?, ?> root, Object id) {
        Known found = own(root, id);
        if (found != null) {
            return found;
        }
        Known kept = outer == null ? null : outer.own(root, id);
        return kept == null ? knownInWindows(root, id) : kept;
    }

    /** What another window knows is known here as well from now on: it may be closed before this one. */
    private @Nullable Known knownInWindows(EntityTable<?, ?> root, Object id) {
        List<Identities> all = outer == null ? windows : outer.windows;
        for (int i = 0; i < all.size(); i++) {
            Identities window = all.get(i);
            Known found = window == this ? null : window.own(root, id);
            if (found != null) {
                if (outer != null) {
                    takeIn(root, found.entity);
                }
                return found;
            }
        }
        return null;
    }

    private @Nullable Known own(EntityTable<?, ?> root, Object id) {
        Map<Object, Known> known = entities.get(root);
        return known == null ? null : known.get(id);
    }

    private boolean holds(EntityTable<?, ?> root, Object id, Object entity) {
        Known known = own(root, id);
        return known != null && known.entity == entity;
    }

    /** Whether this very object is known. */
    public boolean knows(EntityTable<?, ?> table, Object entity) {
        Object id = idIn(table, entity);
        return id != null && find(table.root(), id) == entity;
    }

    /** How many are known, in open windows too. */
    public int size() {
        return entities.values().stream().mapToInt(Map::size).sum()
                + windows.stream().mapToInt(Identities::size).sum();
    }

    /** Forgets everybody. */
    public void clear() {
        entities.clear();
    }
}
