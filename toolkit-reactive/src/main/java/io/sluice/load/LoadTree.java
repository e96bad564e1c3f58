package io.sluice.load;

import io.sluice.mapping.Attribute;
import io.sluice.mapping.EntityTable;
import io.sluice.mapping.Load;
import io.sluice.mapping.LoadStep;
import io.sluice.mapping.LoadStrategy;
import io.sluice.mapping.Relation;
import io.sluice.mapping.ToOneRelation;
import io.sluice.schema.Column;
import io.sluice.sql.StatementException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is loaded with the entities of one place: all that was said of it, and what its relations say by themselves. */
final class LoadTree {
    private final EntityTable<Object, Object> entity;
    private final List<Branch> branches = new ArrayList<>();
    private final List<Attribute<Object>> columns = new ArrayList<>();

    /** A relation that is loaded, and what is loaded with those it leads to. */
    record Branch(
            Relation<Object, Object> relation,
            LoadStrategy strategy,
            @Nullable EntityTable<Object, Object> alias,
            int depth,
            LoadTree below) {

        /** What was said of one relation twice. */
        Branch with(LoadStrategy other, @Nullable EntityTable<Object, Object> otherAlias, int otherDepth) {
            boolean isDeep = Math.max(depth, otherDepth) > 1;
            boolean isMoved = isDeep && (strategy == LoadStrategy.SELECT_IN || other == LoadStrategy.SELECT_IN);
            if (strategy != other && !isMoved) {
                throw new StatementException("load(…): %s is to be loaded by %s and by %s; say one of them"
                        .formatted(relation, strategy.method(), other.method()));
            }
            if (!Objects.equals(alias, otherAlias)) {
                throw new StatementException(
                        "load(…): %s is contained under two names; a relation holds one thing".formatted(relation));
            }
            return new Branch(
                    relation, isMoved ? LoadStrategy.SELECT_IN : strategy, alias, Math.max(depth, otherDepth), below);
        }

        /** Whether anything is loaded with those it leads to. */
        boolean hasMore() {
            return depth > 1 || !below.isEmpty();
        }
    }

    private LoadTree(EntityTable<Object, Object> entity) {
        this.entity = entity;
    }

    /** For entities that begin a way. */
    static LoadTree of(EntityTable<?, ?> entity, List<? extends Load<?, ?>> loads) {
        LoadTree tree = new LoadTree(untyped(entity));
        loads.forEach(tree::add);
        tree.addWhatRelationsSay(List.of());
        return tree;
    }

    List<Branch> branches() {
        return branches;
    }

    /** The same for entities that are there already: there is no query that anything could be joined to. */
    LoadTree withoutQuery() {
        LoadTree tree = new LoadTree(entity);
        tree.columns.addAll(columns);
        for (Branch branch : branches) {
            if (branch.strategy() == LoadStrategy.CONTAINED) {
                throw new StatementException("contained(%s): there is no query that could contain it; use selectIn(…)"
                        .formatted(branch.relation()));
            }
            LoadStrategy strategy =
                    branch.strategy() == LoadStrategy.RAISE ? LoadStrategy.RAISE : LoadStrategy.SELECT_IN;
            tree.branches.add(new Branch(branch.relation(), strategy, null, branch.depth(), branch.below()));
        }
        return tree;
    }

    /** The same where nothing is joined to the query: what would be is loaded after it. */
    LoadTree withoutJoins() {
        LoadTree tree = new LoadTree(entity);
        tree.columns.addAll(columns);
        for (Branch branch : branches) {
            boolean isContained = branch.strategy() == LoadStrategy.CONTAINED;
            tree.branches.add(new Branch(
                    branch.relation(),
                    branch.strategy() == LoadStrategy.JOINED ? LoadStrategy.SELECT_IN : branch.strategy(),
                    branch.alias(),
                    branch.depth(),
                    isContained ? branch.below().withoutJoins() : branch.below()));
        }
        return tree;
    }

    /** The columns that are read though they are left out unless somebody asks. */
    List<Attribute<Object>> columns() {
        return columns;
    }

    boolean isEmpty() {
        return branches.isEmpty() && columns.isEmpty();
    }

    private void add(Load<?, ?> load) {
        LoadTree at = this;
        for (LoadStep step : load.steps()) {
            Relation<?, ?> relation = step.relation();
            at = relation == null ? at : at.along(step, untyped(relation));
            at.addColumns(step.columns());
            step.branches().forEach(at::add);
        }
    }

    private LoadTree along(LoadStep step, Relation<Object, Object> relation) {
        LoadStrategy strategy = strategyOf(step, relation);
        EntityTable<Object, Object> alias = step.target() == null ? null : untyped(step.target());
        for (Branch branch : branches) {
            if (branch.relation().isSame(relation)) {
                Branch both = branch.with(strategy, alias, step.depth());
                branches.set(branches.indexOf(branch), both);
                return both.below();
            }
        }
        LoadTree below = new LoadTree(untyped(relation.target()));
        branches.add(new Branch(relation, strategy, alias, step.depth(), below));
        return below;
    }

    /** What only some of the entities have, and what is followed level by level, is no part of the query for all of them. */
    private LoadStrategy strategyOf(LoadStep step, Relation<Object, Object> relation) {
        boolean isOfSome = !relation.entity().entityClass().isAssignableFrom(entity.entityClass());
        boolean isPart = step.strategy() == LoadStrategy.JOINED || step.strategy() == LoadStrategy.SUBQUERY;
        return isPart && (isOfSome || step.depth() > 1) ? LoadStrategy.SELECT_IN : step.strategy();
    }

    private void addColumns(List<Column<?>> asked) {
        for (Column<?> column : asked) {
            Attribute<Object> attribute = attributeOf(column);
            if (attribute.role() == Attribute.Role.DEFERRED && !columns.contains(attribute)) {
                columns.add(attribute);
            }
        }
    }

    /** The column of these entities, or of those among them that are of a subclass. */
    private Attribute<Object> attributeOf(Column<?> column) {
        if (column.table() instanceof EntityTable<?, ?> table && table.root() == entity.root()) {
            for (EntityTable<?, ?> candidate : List.of(entity, table)) {
                boolean isBelow = entity.entityClass().isAssignableFrom(candidate.entityClass());
                Optional<Attribute<Object>> found =
                        isBelow ? untyped(candidate).mapper().attribute(column) : Optional.empty();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new StatementException("columns(%s): %s has no such column".formatted(column, entity.entityName()));
    }

    /**
     * Entities of a kind that was met on the way before say nothing more: they could go round for ever, or, where a kind
     * leads to itself by several relations, by all their permutations.
     */
    private void addWhatRelationsSay(List<EntityTable<?, ?>> kinds) {
        List<EntityTable<?, ?>> further = new ArrayList<>(kinds);
        further.add(entity.root());
        for (Relation<Object, ?> declared : kinds.contains(entity.root())
                ? List.<Relation<Object, ?>>of()
                : entity.mapper().relations()) {
            Relation<Object, Object> relation = untyped(declared);
            boolean isSaid =
                    branches.stream().anyMatch(branch -> branch.relation().isSame(relation));
            if (!isSaid && relation.loadedBy().isPresent()) {
                LoadTree below = new LoadTree(untyped(relation.target()));
                branches.add(new Branch(relation, relation.loadedBy().get(), null, 1, below));
            }
        }
        branches.forEach(branch -> branch.below().addWhatRelationsSay(further));
    }

    @SuppressWarnings("unchecked") // a tree holds relations of many entities, each only together with its own objects
    static Relation<Object, Object> untyped(Relation<?, ?> relation) {
        return (Relation<Object, Object>) relation;
    }

    @SuppressWarnings("unchecked") // as above
    static ToOneRelation<Object, Object> untypedOne(ToOneRelation<?, ?> relation) {
        return (ToOneRelation<Object, Object>) relation;
    }

    @SuppressWarnings("unchecked") // as above
    static EntityTable<Object, Object> untyped(EntityTable<?, ?> table) {
        return (EntityTable<Object, Object>) table;
    }
}
