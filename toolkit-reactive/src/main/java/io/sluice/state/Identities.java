package io.sluice.state;

import io.sluice.mapping.EntityTable;
import io.sluice.mapping.Mapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
    private final List<Identities> finished = new ArrayList<>();

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

    /** A window of a stream that is over: its reader may still have it in hand. */
    public void finish(Identities window) {
        finished.add(window);
    }

    public void closeFinished() {
        finished.forEach(this::close);
        finished.clear();
    }

    public void close(Identities window) {
        windows.remove(window);
        window.clear();
    }

    /** Where what belongs to an entity is known: in the window that knows it, or here. */
    public <E> Identities around(EntityTable<E, ?> table, E entity) {
        Object id = table.mapper().id(entity);
        return windows.stream()
                .filter(window -> id != null && window.holds(table.root(), id, entity))
                .findFirst()
                .orElse(this);
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
        return mapper.entity().entityClass().cast(known == null ? added(root, id, mapper, row, offset) : known);
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
        if (found == null && outer != null) {
            return outer.known(root, id);
        }
        for (int i = 0; found == null && i < windows.size(); i++) {
            found = windows.get(i).own(root, id);
        }
        return found;
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
    public <E> boolean knows(EntityTable<E, ?> table, E entity) {
        Object id = table.mapper().id(entity);
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
