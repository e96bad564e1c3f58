package io.sluice.sql;

import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FromItem;
import io.sluice.sql.tree.FromItem.JoinType;
import org.jspecify.annotations.Nullable;

/**
 * The FROM of a statement while it grows. A join finds its ON at once, but may still be given one; only when the next
 * clause comes, or the statement is used, does a join that found none become an error.
 */
record Sources(
        Chain<Source> sources,
        Chain<FromItem> items,
        @Nullable OpenJoin open) {
    static final Sources NONE = new Sources(Chain.empty(), Chain.empty(), null);

    /** The last join, to which {@code on} still belongs. */
    record OpenJoin(
            JoinType type,
            Source source,
            JoinInference inferred,
            @Nullable Expr given) {

        FromItem settled() {
            Expr condition = given != null ? given : inferred.condition();
            if (condition == null) {
                throw new StatementException(String.valueOf(inferred.problem()));
            }
            return new FromItem(type, source.sourceNode(), condition);
        }
    }

    Sources list(Source... added) {
        if (added.length == 0) {
            throw new StatementException("from(): there is no source; name one, or leave the clause out");
        }
        Sources all = this;
        for (Source source : added) {
            all = all.add(JoinType.LIST, source);
        }
        return all;
    }

    Sources add(JoinType type, Source source) {
        Chain<FromItem> settled = settled();
        if (settled.isEmpty() && type != JoinType.LIST) {
            throw new StatementException("join(%s): there is nothing to join it to; begin with from(…)"
                    .formatted(Description.of(source.sourceNode().qualifier())));
        }
        for (Source present : sources) {
            if (isSame(present, source)) {
                throw new StatementException("%s stands twice in FROM; give one of them an alias with .as(…)"
                        .formatted(Description.of(source.sourceNode().qualifier())));
            }
        }
        if (!type.takesCondition()) {
            return new Sources(sources.plus(source), settled.plus(new FromItem(type, source.sourceNode(), null)), null);
        }
        return new Sources(
                sources.plus(source),
                settled,
                new OpenJoin(type, source, JoinInference.between(source, sources), null));
    }

    /** Each hop of a path; one that was joined so before is not joined again, so that paths can share their beginning. */
    Sources along(JoinType type, JoinPath path) {
        Sources all = this;
        for (JoinPath.Hop hop : path.hops()) {
            all = all.along(type, hop);
        }
        return all;
    }

    private Sources along(JoinType type, JoinPath.Hop hop) {
        if (sources.stream().noneMatch(present -> isSame(present, hop.from()))) {
            throw new StatementException(
                    "join(…): the path comes from %s, which is not in FROM: %s; name it in from(…), or begin the path where this statement is"
                            .formatted(
                                    JoinInference.nameOf(hop.from()),
                                    sources.stream().map(JoinInference::nameOf).toList()));
        }
        Expr condition = hop.on().node();
        if (settled().contains(new FromItem(type, hop.to().sourceNode(), condition))) {
            return this;
        }
        Sources added = add(type, hop.to());
        return new Sources(
                added.sources,
                added.items,
                new OpenJoin(type, hop.to(), new JoinInference(condition, null), condition));
    }

    private static boolean isSame(Source one, Source other) {
        return one.sourceNode().qualifier().equals(other.sourceNode().qualifier());
    }

    @SafeVarargs
    final Sources on(Expression<Boolean> condition, Expression<Boolean>... more) {
        if (open == null) {
            throw new StatementException("on(…) belongs right after a join; there is none here");
        }
        Condition all = Condition.of(condition).and(Sql.and(more));
        Expr given = open.given() == null
                ? all.node()
                : new Condition(open.given()).and(all).node();
        return new Sources(sources, items, new OpenJoin(open.type(), open.source(), open.inferred(), given));
    }

    /** What stands in FROM, the last join included; raises if that join has no condition. */
    Chain<FromItem> settled() {
        return open == null ? items : items.plus(open.settled());
    }

    void requireSettled() {
        if (open != null) {
            open.settled();
        }
    }
}
