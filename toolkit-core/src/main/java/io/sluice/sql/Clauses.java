package io.sluice.sql;

import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.CommonTable;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SelectNode.Distinct;
import io.sluice.sql.tree.SelectNode.Grouping;
import io.sluice.sql.tree.SelectNode.Lock;
import io.sluice.sql.tree.SelectNode.Projection;
import io.sluice.sql.tree.Tail;
import java.util.List;

/** The clauses of a SELECT as far as they were said. FROM is apart, because its last join may still be open. */
record Clauses(
        Chain<CommonTable> with,
        Projection projection,
        Sources sources,
        Chain<Expr> where,
        Grouping grouping,
        Tail tail,
        Chain<Lock> locks,
        Chain<LoadOption> loads) {

    static Clauses of(Chain<CommonTable> with, List<ResultItem> items, Sources sources) {
        var projection = new Projection(Distinct.NO, List.of(), List.copyOf(items));
        return new Clauses(
                with, projection, sources, Chain.empty(), Grouping.NONE, Tail.NONE, Chain.empty(), Chain.empty());
    }

    SelectedEntities entities() {
        return sources.entities();
    }

    Clauses withProjection(Projection changed) {
        return new Clauses(with, changed, sources, where, grouping, tail, locks, loads);
    }

    Clauses withSources(Sources changed) {
        return new Clauses(with, projection, changed, where, grouping, tail, locks, loads);
    }

    Clauses withWhere(Chain<Expr> changed) {
        return new Clauses(with, projection, sources, changed, grouping, tail, locks, loads);
    }

    Clauses withGrouping(Grouping changed) {
        return new Clauses(with, projection, sources, where, changed, tail, locks, loads);
    }

    Clauses withTail(Tail changed) {
        return new Clauses(with, projection, sources, where, grouping, changed, locks, loads);
    }

    Clauses withLocks(Chain<Lock> changed) {
        return new Clauses(with, projection, sources, where, grouping, tail, changed, loads);
    }

    Clauses withLoads(Chain<LoadOption> changed) {
        return new Clauses(with, projection, sources, where, grouping, tail, locks, changed);
    }
}
