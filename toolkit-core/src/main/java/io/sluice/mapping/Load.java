package io.sluice.mapping;

import io.sluice.schema.Column;
import io.sluice.sql.EntitySource;
import io.sluice.sql.LoadOption;
import io.sluice.sql.StatementException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Relations that are loaded with a query's entities: a way from an {@code E} to a {@code T}, on which each step says how.
 * {@link Loads} begins one.
 *
 * <pre>{@code
 * select(ORDER).load(selectIn(ORDER.lineItems).joined(LINE_ITEM.product))
 * }</pre>
 */
public final class Load<E, T> implements LoadOption {
    private final EntityTable<E, ?> root;
    private final List<LoadStep> steps;

    private Load(EntityTable<E, ?> root, List<LoadStep> steps) {
        this.root = root;
        this.steps = steps;
    }

    static <E> Load<E, E> from(EntityTable<E, ?> root) {
        Objects.requireNonNull(root, "entity");
        return new Load<>(root, List.of(LoadStep.begin()));
    }

    /** Goes on by one further query for all entities it has reached, by their keys. */
    public <U> Load<E, U> selectIn(Relation<? super T, U> relation) {
        return then(relation, LoadStrategy.SELECT_IN);
    }

    /** Goes on by a left join in the query that reads the entities it has reached. */
    public <U> Load<E, U> joined(Relation<? super T, U> relation) {
        return then(relation, LoadStrategy.JOINED);
    }

    /** Goes on by one further query, which repeats the one before it as a subquery. */
    public <U> Load<E, U> subquery(Relation<? super T, U> relation) {
        return then(relation, LoadStrategy.SUBQUERY);
    }

    /** Goes on by a join that the query's user wrote. */
    public <U> Load<E, U> contained(Relation<? super T, U> relation) {
        return then(relation, LoadStrategy.CONTAINED);
    }

    /** As {@link #contained(Relation)}, where the query calls what the relation leads to by an alias. */
    public <U> Load<E, U> contained(Relation<? super T, U> relation, EntityTable<U, ?> alias) {
        Load<E, U> next = then(relation, LoadStrategy.CONTAINED);
        return next.last(next.last().to(alias));
    }

    /** Leaves a relation unloaded, whatever it says by itself. */
    public <U> Load<E, U> raise(Relation<? super T, U> relation) {
        return then(relation, LoadStrategy.RAISE);
    }

    /** Follows the last relation again from what it reached, until nothing more is found or so many levels are read. */
    public Load<E, T> recursive(int levels) {
        if (levels < 1) {
            throw new StatementException("recursive(%d): it must be at least 1".formatted(levels));
        }
        Relation<?, ?> relation = last().relation();
        if (last().strategy() == LoadStrategy.CONTAINED) {
            throw new StatementException(
                    "recursive(…): %s is contained in the query, which has one level of it; follow it with selectIn(…)"
                            .formatted(relation));
        }
        if (relation == null || relation.target().root() != relation.entity().root()) {
            throw new StatementException(
                    "recursive(…): %s does not lead to entities of its own kind, so there is nothing to follow again"
                            .formatted(relation == null ? "this" : relation));
        }
        return last(last().times(levels));
    }

    /** Reads columns, too, that are left out unless somebody asks for them; those of entities it has reached. */
    public Load<E, T> columns(Column<?>... columns) {
        return last(last().with(List.of(columns)));
    }

    /** Loads several things with the entities it has reached. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Load<E, T> load(Load<? super T, ?>... more) {
        return last(last().branching(List.of(more)));
    }

    /** The same for those entities it has reached that are of a subclass, whose own relations can follow then. */
    public <S extends T> Load<E, S> of(EntityTable<S, ?> subclass) {
        return cast(this);
    }

    @Override
    public EntitySource<E> root() {
        return root;
    }

    /** The steps, of which the first stands for the query's own entities. */
    public List<LoadStep> steps() {
        return steps;
    }

    private <U> Load<E, U> then(Relation<?, U> relation, LoadStrategy strategy) {
        Objects.requireNonNull(relation, "relation");
        if (last().strategy() == LoadStrategy.RAISE && last().relation() != null) {
            throw new StatementException("%s(%s): %s is not loaded, so nothing follows it; load it, or leave this out"
                    .formatted(strategy.method(), relation, last().relation()));
        }
        List<LoadStep> more = new ArrayList<>(steps);
        more.add(LoadStep.along(relation, strategy));
        return new Load<>(root, List.copyOf(more));
    }

    private LoadStep last() {
        return steps.get(steps.size() - 1);
    }

    private Load<E, T> last(LoadStep step) {
        List<LoadStep> changed = new ArrayList<>(steps);
        changed.set(changed.size() - 1, step);
        return new Load<>(root, List.copyOf(changed));
    }

    @SuppressWarnings("unchecked") // the type says what may follow, and nothing else
    private static <E, U> Load<E, U> cast(Load<E, ?> load) {
        return (Load<E, U>) load;
    }

    /** As Java would say it. */
    @Override
    public String toString() {
        return steps.stream()
                .map(LoadStep::toString)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("."));
    }
}
