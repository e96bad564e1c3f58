package io.sluice.sql;

import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FromItem;
import io.sluice.sql.tree.FromItem.JoinType;
import io.sluice.sql.tree.SourceNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The FROM of a statement while it grows. A join finds its ON at once, but may still be given one; only when the next
 * clause comes, or the statement is used, does a join that found none become an error.
 */
record Sources(
        Chain<Source> sources,
        Chain<FromItem> items,
        @Nullable OpenJoin open,
        SelectedEntities entities,
        boolean isImplied) {
    static final Sources NONE = of(SelectedEntities.NONE);

    static Sources of(SelectedEntities entities) {
        return new Sources(Chain.empty(), Chain.empty(), null, entities, false);
    }

    /** The last join, to which {@code on} still belongs. */
    record OpenJoin(
            JoinType type,
            Source source,
            List<FromItem> parts,
            JoinInference inferred,
            @Nullable Expr given) {

        Chain<FromItem> after(Chain<FromItem> items) {
            Expr condition = given != null ? given : inferred.condition();
            if (condition == null) {
                throw new StatementException(String.valueOf(inferred.problem()));
            }
            Condition restriction = restriction(source);
            Expr whole = restriction == null
                    ? condition
                    : new Condition(condition).and(restriction).node();
            return appended(items.plus(new FromItem(type, whole(source), whole)), parts);
        }

        OpenJoin given(Expr condition) {
            return new OpenJoin(type, source, parts, inferred, condition);
        }
    }

    /** With the only entity selected, until somebody says from(…). */
    Sources implied(Source source) {
        Sources listed = add(JoinType.LIST, source);
        return new Sources(listed.sources, listed.items, listed.open, entities, true);
    }

    Sources list(Source... added) {
        if (added.length == 0) {
            throw new StatementException("from(): there is no source; name one, or leave the clause out");
        }
        Sources all = isImplied && open == null && sources.size() == 1 ? of(entities) : this;
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
        if (type == JoinType.RIGHT || type == JoinType.FULL) {
            requireOneTable(source);
            sources.forEach(Sources::requireOneTable);
        }
        for (Source present : sources) {
            if (isSame(present, source)) {
                throw new StatementException("%s stands twice in FROM; give one of them an alias with .as(…)"
                        .formatted(Description.of(source.sourceNode().qualifier())));
            }
        }
        List<FromItem> parts = parts(type, source);
        if (!type.takesCondition()) {
            var item = new FromItem(type, source.sourceNode(), null);
            return new Sources(sources.plus(source), appended(settled.plus(item), parts), null, entities, isImplied);
        }
        JoinInference inferred = JoinInference.between(source, sources);
        return with(sources.plus(source), settled, new OpenJoin(type, source, parts, inferred, null));
    }

    /** What an outer join keeps of such a table would be rows of others. */
    private static void requireOneTable(Source source) {
        if (source instanceof EntitySource<?> entity
                && (entity.restriction() != null || !entity.parts().isEmpty())) {
            throw new StatementException(
                    "rightJoin(…) and fullJoin(…) cannot take %s, which shares its table or is spread over several; begin with it and use leftJoin(…), or join the query of it: select(…).as(alias)"
                            .formatted(entity.entityName()));
        }
    }

    /** The other tables of an entity that stand beside its own in FROM. */
    private List<FromItem> parts(JoinType type, Source source) {
        if (!(source instanceof EntitySource<?> entity)) {
            return List.of();
        }
        List<FromItem> parts = new ArrayList<>();
        if (!type.takesCondition()) {
            parts.addAll(EntitySource.joined(JoinType.INNER, entity.parts()));
        }
        if (entities.contains(source)) {
            parts.addAll(EntitySource.joined(JoinType.BELOW, entity.variants()));
        }
        return parts;
    }

    /** With what its entity inherits, so that a condition may speak of all of it. */
    private static SourceNode whole(Source source) {
        return source instanceof EntitySource<?> entity ? entity.wholeNode() : source.sourceNode();
    }

    private static Chain<FromItem> appended(Chain<FromItem> items, List<FromItem> more) {
        Chain<FromItem> all = items;
        for (FromItem item : more) {
            all = all.plus(item);
        }
        return all;
    }

    private static @Nullable Condition restriction(Source source) {
        return source instanceof EntitySource<?> entity ? entity.restriction() : null;
    }

    /** The conditions of WHERE, and what restricts the sources that have no ON. */
    Chain<Expr> restrict(Chain<Expr> where) {
        Chain<Expr> all = where;
        for (Source source : sources) {
            Condition restriction = restriction(source);
            boolean hasNoOn = items.contains(new FromItem(JoinType.LIST, source.sourceNode(), null))
                    || items.contains(new FromItem(JoinType.CROSS, source.sourceNode(), null));
            if (restriction != null && hasNoOn) {
                all = all.plus(restriction.node());
            }
        }
        return all;
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
        if (settled().contains(new FromItem(type, whole(hop.to()), condition))) {
            return this;
        }
        Sources added = add(type, hop.to());
        return with(
                added.sources,
                added.items,
                new OpenJoin(type, hop.to(), parts(type, hop.to()), new JoinInference(condition, null), condition));
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
        return with(sources, items, open.given(given));
    }

    private Sources with(Chain<Source> all, Chain<FromItem> settled, OpenJoin join) {
        return new Sources(all, settled, join, entities, isImplied);
    }

    /** What stands in FROM, the last join included; raises if that join has no condition. */
    Chain<FromItem> settled() {
        return open == null ? items : open.after(items);
    }

    void requireSettled() {
        if (open != null) {
            open.after(items);
        }
    }
}
