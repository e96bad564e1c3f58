package io.sluice.mapping;

import io.sluice.schema.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One relation on the way of a {@link Load}, and what is loaded with the entities it leads to.
 *
 * @param relation null for the entities that the query itself gives
 * @param target what the relation leads to in the query, if that has an alias; null for its table
 * @param depth how often the relation is followed from entity to entity
 */
public record LoadStep(
        @Nullable Relation<?, ?> relation,
        LoadStrategy strategy,
        @Nullable EntityTable<?, ?> target,
        int depth,
        List<Column<?>> columns,
        List<Load<?, ?>> branches) {

    static LoadStep begin() {
        return new LoadStep(null, LoadStrategy.RAISE, null, 1, List.of(), List.of());
    }

    static LoadStep along(Relation<?, ?> relation, LoadStrategy strategy) {
        return new LoadStep(relation, strategy, null, 1, List.of(), List.of());
    }

    LoadStep to(EntityTable<?, ?> other) {
        return new LoadStep(relation, strategy, other, depth, columns, branches);
    }

    LoadStep times(int times) {
        return new LoadStep(relation, strategy, target, times, columns, branches);
    }

    LoadStep with(List<Column<?>> more) {
        List<Column<?>> all = new ArrayList<>(columns);
        all.addAll(more);
        return new LoadStep(relation, strategy, target, depth, List.copyOf(all), branches);
    }

    LoadStep branching(List<? extends Load<?, ?>> more) {
        List<Load<?, ?>> all = new ArrayList<>(branches);
        all.addAll(more);
        return new LoadStep(relation, strategy, target, depth, columns, List.copyOf(all));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (relation != null) {
            text.append(strategy.method()).append('(').append(relation).append(')');
        }
        if (depth > 1) {
            text.append(".recursive(").append(depth).append(')');
        }
        if (!columns.isEmpty()) {
            text.append(text.isEmpty() ? "columns" : ".columns").append(columns);
        }
        branches.forEach(branch -> text.append(".load(").append(branch).append(')'));
        return text.toString();
    }
}
