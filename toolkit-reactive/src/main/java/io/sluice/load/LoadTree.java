package io.sluice.load;

import io.sluice.mapping.Attribute;
import io.sluice.mapping.EntityTable;
import io.sluice.mapping.Load;
import io.sluice.mapping.LoadStep;
import io.sluice.mapping.LoadStrategy;
import io.sluice.mapping.Relation;
import io.sluice.schema.Column;
import io.sluice.sql.StatementException;
import java.util.ArrayList;
import java.util.List;
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
        for (Branch branch : branches) {
            if (branch.relation().isSame(relation)) {
                if (branch.strategy() != strategyOf(step, relation)) {
                    throw new StatementException("load(…): %s is to be loaded by %s and by %s; say one of them"
                            .formatted(
                                    relation,
                                    branch.strategy().method(),
                                    step.strategy().method()));
                }
                return branch.below();
            }
        }
        EntityTable<?, ?> alias = step.target();
        LoadTree below = new LoadTree(untyped(relation.target()));
        branches.add(new Branch(
                relation, strategyOf(step, relation), alias == null ? null : untyped(alias), step.depth(), below));
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
            Attribute<Object> attribute = entity.mapper()
                    .attribute(column)
                    .filter(found -> column.table() instanceof EntityTable<?, ?> table && table.root() == entity.root())
                    .orElseThrow(() -> new StatementException(
                            "columns(%s): %s has no such column".formatted(column, entity.entityName())));
            if (attribute.role() == Attribute.Role.DEFERRED && !columns.contains(attribute)) {
                columns.add(attribute);
            }
        }
    }

    /** A relation that is on the way already is not followed again: it could go round for ever. */
    private void addWhatRelationsSay(List<Relation<Object, Object>> way) {
        for (Relation<Object, ?> declared : entity.mapper().relations()) {
            Relation<Object, Object> relation = untyped(declared);
            boolean isSaid =
                    branches.stream().anyMatch(branch -> branch.relation().isSame(relation));
            boolean isOnTheWay = way.stream().anyMatch(relation::isSame);
            if (!isSaid && !isOnTheWay && relation.loadedBy().isPresent()) {
                LoadTree below = new LoadTree(untyped(relation.target()));
                branches.add(new Branch(relation, relation.loadedBy().get(), null, 1, below));
            }
        }
        for (Branch branch : branches) {
            List<Relation<Object, Object>> further = new ArrayList<>(way);
            further.add(branch.relation());
            branch.below().addWhatRelationsSay(further);
        }
    }

    @SuppressWarnings("unchecked") // a tree holds relations of many entities, each only together with its own objects
    static Relation<Object, Object> untyped(Relation<?, ?> relation) {
        return (Relation<Object, Object>) relation;
    }

    @SuppressWarnings("unchecked") // as above
    static EntityTable<Object, Object> untyped(EntityTable<?, ?> table) {
        return (EntityTable<Object, Object>) table;
    }
}
