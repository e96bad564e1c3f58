package io.sluice.load;

import io.sluice.mapping.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ids that targets are looked for by, and what arrives for each. A database may take keys for equal that are not
 * equal in Java: then it answers with an id that nobody asked for, which goes to those that are alike.
 */
final class Asked {
    private final Map<Object, Targets> byId = new LinkedHashMap<>();
    private final boolean mayRepeat;
    private @Nullable Map<Object, List<Targets>> alike;

    /** What arrived for an id, each once, in the order of arrival. */
    private final class Targets {
        private static final int FEW = 8;

        private final List<Object> list = new ArrayList<>();
        private @Nullable Set<Object> index;

        void add(Object target) {
            if (!mayRepeat || isNew(target)) {
                list.add(target);
            }
        }

        private boolean isNew(Object target) {
            if (index == null && list.size() < FEW) {
                return list.stream().noneMatch(present -> present == target);
            }
            if (index == null) {
                index = Collections.newSetFromMap(new IdentityHashMap<>());
                index.addAll(list);
            }
            return index.add(target);
        }
    }

    /**
     * @param mayRepeat whether a target may arrive several times for one id
     */
    Asked(Collection<Object> ids, boolean mayRepeat) {
        this.mayRepeat = mayRepeat;
        ids.forEach(id -> byId.computeIfAbsent(id, none -> new Targets()));
    }

    List<Object> ids() {
        return List.copyOf(byId.keySet());
    }

    /** Those for which nothing arrived. */
    List<Object> unanswered() {
        return byId.entrySet().stream()
                .filter(entry -> entry.getValue().list.isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Those for which nothing arrived, and that are like others that were asked for. */
    List<Object> unansweredAmongAlike() {
        return unanswered().stream().filter(id -> alike(id).size() > 1).toList();
    }

    /** Whether it was asked for, or is like something that was. */
    boolean arrived(Object id, Object target) {
        Targets exact = byId.get(id);
        if (exact != null) {
            exact.add(target);
            return true;
        }
        List<Targets> others = alike(id);
        others.forEach(targets -> targets.add(target));
        return !others.isEmpty();
    }

    private List<Targets> alike(Object id) {
        Map<Object, List<Targets>> known = alike;
        if (known == null) {
            known = new HashMap<>();
            for (Map.Entry<Object, Targets> entry : byId.entrySet()) {
                known.computeIfAbsent(Ids.coarse(entry.getKey()), none -> new ArrayList<>())
                        .add(entry.getValue());
            }
            alike = known;
        }
        return known.getOrDefault(Ids.coarse(id), List.of());
    }

    List<Object> targets(Object id) {
        Targets targets = byId.get(id);
        return targets == null ? List.of() : targets.list;
    }
}
