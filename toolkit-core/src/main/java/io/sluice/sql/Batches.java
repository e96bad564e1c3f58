package io.sluice.sql;

import io.sluice.sql.tree.Assignment;
import io.sluice.sql.tree.Atom;
import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Atom.Param;
import io.sluice.sql.tree.BatchNode;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.ChangeNode;
import io.sluice.sql.tree.CommonTable;
import io.sluice.sql.tree.DeleteNode;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FromItem;
import io.sluice.sql.tree.InsertNode;
import io.sluice.sql.tree.Operator;
import io.sluice.sql.tree.Predicate;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.StatementNode;
import io.sluice.sql.tree.Tail;
import io.sluice.sql.tree.UpdateNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes batches: which values go where, and which sets touch the same rows. */
final class Batches {

    private Batches() {}

    static <P> Batch insert(InsertNode insert, Iterable<? extends P> objects, List<Binding<P>> values) {
        if (!(insert.origin() instanceof InsertNode.Rows rows && rows.rows().size() == 1)) {
            throw new StatementException(
                    "forEach(…): an insert for many sets has one row, which is filled for each; say values(…) once");
        }
        if (insert.conflict() != null) {
            requireNoParam(
                    new InsertNode(
                            Chain.empty(),
                            insert.table(),
                            List.of(),
                            new InsertNode.Defaults(),
                            insert.conflict(),
                            Chain.empty()),
                    "onConflict(…)",
                    "put it into values(…) and take it from there with excluded(column)");
        }
        return batch(insert, keyOf(insert, rows.rows().get(0)), objects, values);
    }

    static <P> Batch update(
            UpdateNode update, Set<String> computed, Iterable<? extends P> objects, List<Binding<P>> values) {
        requireNoParamInFrom(update.from(), "from(…)");
        Set<Param> key = new LinkedHashSet<>();
        // a column that is set anew could make a row match another set, so it does not tell sets apart
        Set<String> changed =
                update.assignments().stream().map(Assignment::column).collect(Collectors.toSet());
        changed.addAll(computed);
        collectKey(update.where(), update.table().qualifier(), changed, key);
        if (key.isEmpty()) {
            throw new StatementException(
                    "forEach(…): no condition of where(…) says that a column, which set(…) leaves alone, equals a parameter, so any set could change any row; add one, or run an update for each set");
        }
        return batch(update, key, objects, values);
    }

    /** What is gone is gone, so it does not matter which sets touch the same rows. */
    static <P> Batch delete(DeleteNode delete, Iterable<? extends P> objects, List<Binding<P>> values) {
        requireNoParamInFrom(delete.using(), "using(…)");
        return batch(delete, Set.of(), objects, values);
    }

    private static <P> Batch batch(
            ChangeNode change, Set<Param> key, Iterable<? extends P> objects, List<Binding<P>> values) {
        for (CommonTable table : change.with()) {
            requireNoParam(table.query(), "with(…)", "put what needs it into a subquery");
        }
        requireComplete(StandardText.paramsOf(change), values);
        List<Param> params = values.stream().map(Binding::param).toList();
        Chain<List<Bind>> sets = Chain.empty();
        for (P object : objects) {
            sets = sets.plus(values.stream().map(value -> value.valueOf(object)).toList());
        }
        return new Batch(
                new BatchNode(change, params, key.stream().map(params::indexOf).toList(), sets));
    }

    private static void requireComplete(Set<Param> params, List<? extends Binding<?>> values) {
        Set<String> bound = new HashSet<>();
        for (Binding<?> value : values) {
            Param given = value.param();
            if (!bound.add(given.name())) {
                throw new StatementException("forEach(…) binds the parameter %s twice".formatted(given.name()));
            }
            if (!params.contains(given)) {
                throw unknown(given, params);
            }
        }
        for (Param param : params) {
            if (!bound.contains(param.name())) {
                throw new StatementException(
                        "forEach(…): the parameter %s has no value; add bind(…) for it".formatted(param.name()));
            }
            if (params.stream().anyMatch(other -> other.name().equals(param.name()) && !other.equals(param))) {
                throw new StatementException(
                        "forEach(…): there are two parameters %s of different types; give one another name"
                                .formatted(param.name()));
            }
        }
    }

    private static StatementException unknown(Param given, Set<Param> params) {
        Optional<Param> namesake = params.stream()
                .filter(param -> param.name().equals(given.name()))
                .findFirst();
        return new StatementException(
                namesake.isPresent()
                        ? "forEach(…): the parameter %s is %s in the statement, and %s in bind(…); use one and the same parameter"
                                .formatted(given.name(), namesake.get().type(), given.type())
                        : "forEach(…) binds the parameter %s, which the statement does not have; it has %s"
                                .formatted(
                                        given.name(),
                                        params.stream().map(Param::name).toList()));
    }

    // ---- which sets touch the same rows

    /** Parameters of which one column each must be equal: sets that differ in them cannot touch the same row. */
    private static void collectKey(List<Expr> conditions, Qualifier table, Set<String> changed, Set<Param> key) {
        for (Expr condition : conditions) {
            if (condition instanceof Predicate.Junction junction && junction.isAnd()) {
                collectKey(junction.terms(), table, changed, key);
            } else if (condition instanceof Predicate.Comparison comparison && comparison.operator() == Operator.EQ) {
                collect(comparison.left(), comparison.right(), table, changed, key);
                collect(comparison.right(), comparison.left(), table, changed, key);
            }
        }
    }

    private static void collect(Expr one, Expr other, Qualifier table, Set<String> changed, Set<Param> key) {
        if (other instanceof Param param
                && one instanceof Atom.ColumnRef column
                && table.equals(column.source())
                && !changed.contains(column.name())) {
            key.add(param);
        }
    }

    /** An upsert touches a row again if a set has the key of a set before; where the key is computed, the database looks. */
    private static Set<Param> keyOf(InsertNode insert, List<Expr> row) {
        InsertNode.Conflict conflict = insert.conflict();
        if (conflict == null
                || conflict.resolution() == null
                || !(conflict.target() instanceof InsertNode.TargetColumns target)) {
            return Set.of();
        }
        Set<Param> key = new LinkedHashSet<>();
        for (String column : target.columns()) {
            int place = insert.columns().indexOf(column);
            if (place < 0 || !(row.get(place) instanceof Atom cell)) {
                return Set.of();
            }
            if (cell instanceof Param param) {
                key.add(param);
            }
        }
        return key;
    }

    // ---- places that are outside of the row

    private static void requireNoParamInFrom(Chain<FromItem> from, String clause) {
        if (!from.isEmpty()) {
            requireNoParam(
                    new SelectNode(
                            Chain.empty(),
                            new SelectNode.Projection(SelectNode.Distinct.NO, List.of(), List.of()),
                            from,
                            Chain.empty(),
                            SelectNode.Grouping.NONE,
                            Tail.NONE,
                            Chain.empty()),
                    clause,
                    "put the condition into where(…)");
        }
    }

    private static void requireNoParam(StatementNode part, String clause, String insteadDo) {
        for (Param param : StandardText.paramsOf(part)) {
            throw new StatementException("forEach(…): the parameter %s stands in %s, where no set is known; %s"
                    .formatted(param.name(), clause, insteadDo));
        }
    }
}
