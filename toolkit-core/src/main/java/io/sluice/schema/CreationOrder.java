package io.sluice.schema;

import io.sluice.sql.Reference;
import io.sluice.sql.tree.Qualifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order tables can be created, each after those it refers to, and which foreign keys must wait: in a circle of
 * tables, those that close it. A key of a table to itself need not wait.
 */
record CreationOrder(List<Table> tables, Set<Late> late) {

    /** A foreign key that waits, and the table that has it. */
    record Late(Qualifier owner, Reference key) {}

    /** A table on the way down, and where it refers to that was not followed yet. */
    private record Visit(Table table, Iterator<Reference> references) {}

    static CreationOrder of(Collection<? extends Table> tables) {
        Map<Qualifier, Table> byName = new HashMap<>();
        tables.forEach(table -> byName.put(table.table(), table));
        List<Table> ordered = new ArrayList<>();
        Set<Late> late = new HashSet<>();
        Set<Qualifier> seen = new HashSet<>();
        for (Table table : tables) {
            follow(table, byName, seen, ordered, late);
        }
        return new CreationOrder(List.copyOf(ordered), Set.copyOf(late));
    }

    /** With a stack of its own: a thousand tables may stand in one line. */
    private static void follow(
            Table start, Map<Qualifier, Table> byName, Set<Qualifier> seen, List<Table> ordered, Set<Late> late) {
        if (!seen.add(start.table())) {
            return;
        }
        Deque<Visit> path = new ArrayDeque<>();
        Set<Qualifier> open = new HashSet<>();
        enter(start, path, open);
        while (!path.isEmpty()) {
            Visit visit = path.getLast();
            if (!visit.references().hasNext()) {
                path.removeLast();
                open.remove(visit.table().table());
                ordered.add(visit.table());
                continue;
            }
            Reference reference = visit.references().next();
            Table target = byName.get(reference.table());
            if (target == null || target == visit.table()) {
                continue;
            }
            if (open.contains(reference.table())) {
                late.add(new Late(visit.table().table(), reference));
            } else if (seen.add(reference.table())) {
                enter(target, path, open);
            }
        }
    }

    boolean isLate(Table table, ForeignKey key) {
        return !late.isEmpty() && late.contains(new Late(table.table(), key.reference(table)));
    }

    private static void enter(Table table, Deque<Visit> path, Set<Qualifier> open) {
        path.addLast(new Visit(table, table.foreignKeys().iterator()));
        open.add(table.table());
    }
}
