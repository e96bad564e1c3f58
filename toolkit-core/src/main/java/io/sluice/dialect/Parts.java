package io.sluice.dialect;

import io.sluice.sql.tree.Atom;
import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.BatchNode;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.InsertNode;
import io.sluice.sql.tree.StatementNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cuts what is too much for one statement into several that do the same, run one after the other. */
final class Parts {
    private final Dialect dialect;

    Parts(Dialect dialect) {
        this.dialect = dialect;
    }

    List<StatementNode> of(StatementNode statement) {
        if (statement instanceof BatchNode batch) {
            List<StatementNode> parts = new ArrayList<>();
            rounds(batch).forEach(round -> parts.addAll(cut(round)));
            return parts;
        }
        if (statement instanceof InsertNode insert
                && insert.origin() instanceof InsertNode.Rows rows
                && isLarge(insert, rows.rows().size())
                && valuesOf(insert) > dialect.mostParameters()) {
            return cut(insert, rows.rows());
        }
        return List.of(statement);
    }

    /** Sets with equal keys touch the same rows, so the second of them waits for the next round. */
    private static List<BatchNode> rounds(BatchNode batch) {
        if (batch.key().isEmpty() || batch.sets().size() < 2) {
            return List.of(batch);
        }
        Map<List<Object>, Integer> seen = new HashMap<>();
        List<Chain<List<Bind>>> rounds = new ArrayList<>();
        for (List<Bind> set : batch.sets()) {
            List<Object> key = SetKey.of(set, batch.key());
            int round = key.isEmpty() ? 0 : seen.merge(key, 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(Chain.empty());
            }
            rounds.set(round, rounds.get(round).plus(set));
        }
        return rounds.stream().map(batch::with).toList();
    }

    /** Each set takes as many values as the second does. */
    private List<BatchNode> cut(BatchNode batch) {
        Chain<List<Bind>> sets = batch.sets();
        if (sets.size() < 3) {
            return List.of(batch);
        }
        int one = valuesOf(batch.with(Chain.of(sets.get(0))));
        int two = valuesOf(batch.with(Chain.of(sets.get(0), sets.get(1))));
        if (one == two) {
            return List.of(batch);
        }
        int most = Math.max(1, (dialect.mostParameters() - one) / (two - one) + 1);
        List<BatchNode> parts = new ArrayList<>();
        for (int from = 0; from < sets.size(); from += most) {
            parts.add(batch.with(Chain.copyOf(sets.subList(from, Math.min(from + most, sets.size())))));
        }
        return parts;
    }

    /** Most inserts are known to fit without being looked at: a cell seldom takes more than a few values. */
    private boolean isLarge(InsertNode insert, int rows) {
        return rows > 1 && (long) rows * insert.columns().size() > dialect.mostParameters() / 8;
    }

    /** Rows need not be alike, so each is counted. */
    private List<StatementNode> cut(InsertNode insert, Chain<List<Expr>> rows) {
        int shared = valuesOf(with(insert, rows.subList(0, 1)));
        List<StatementNode> parts = new ArrayList<>();
        int from = 0;
        int values = shared;
        for (int i = 0; i < rows.size(); i++) {
            int own = valuesOf(insert, rows.subList(i, i + 1));
            if (values + own > dialect.mostParameters() && i > from) {
                parts.add(with(insert, rows.subList(from, i)));
                from = i;
                values = shared;
            }
            values += own;
        }
        parts.add(with(insert, rows.subList(from, rows.size())));
        return parts;
    }

    /** At most. */
    private int valuesOf(InsertNode insert, List<List<Expr>> row) {
        return row.get(0).stream().allMatch(Atom.Bind.class::isInstance)
                ? row.get(0).size()
                : valuesOf(with(insert, row));
    }

    private static InsertNode with(InsertNode insert, List<List<Expr>> rows) {
        return new InsertNode(
                insert.with(),
                insert.table(),
                insert.columns(),
                new InsertNode.Rows(Chain.copyOf(rows)),
                insert.conflict(),
                insert.returning());
    }

    private int valuesOf(StatementNode statement) {
        return dialect.walked(statement, SchemaNames.AS_NAMED).types().size();
    }
}
