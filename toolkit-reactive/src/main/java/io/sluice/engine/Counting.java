package io.sluice.engine;

import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.BOOLEAN;

import io.sluice.sql.Aggregates;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.CommonTable;
import io.sluice.sql.tree.CompoundNode;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FromItem;
import io.sluice.sql.tree.FromItem.JoinType;
import io.sluice.sql.tree.Predicate.Exists;
import io.sluice.sql.tree.QueryNode;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.SelectNode.Distinct;
import io.sluice.sql.tree.SelectNode.Grouping;
import io.sluice.sql.tree.SelectNode.Projection;
import io.sluice.sql.tree.SourceNode;
import io.sluice.sql.tree.StatementNode;
import io.sluice.sql.tree.Tail;
import io.sluice.sql.tree.ValuesNode;
import io.sluice.type.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Queries about the rows of another: how many there are, and whether there is one. The other stands in them as it is, since
 * groups, DISTINCT and set operations decide how many rows there are; only what cannot is left out.
 */
final class Counting {
    private static final String ALIAS = "counted";

    private Counting() {}

    static SelectNode count(StatementNode query, String method) {
        QueryNode counted = reading(query, method);
        // rows written out have no names of their own, and some databases want one for each column
        List<String> names = counted instanceof ValuesNode values
                ? values.items().stream()
                        .map(item -> String.valueOf(item.label()))
                        .toList()
                : List.of();
        var source = new SourceNode.Derived(unambiguous(bare(counted)), ALIAS, names, false);
        return asking(
                withOf(counted),
                Aggregates.count().node(),
                BIGINT,
                Chain.of(new FromItem(JoinType.LIST, source, null)));
    }

    static SelectNode exists(StatementNode query) {
        QueryNode tested = reading(query, "exists");
        return asking(withOf(tested), new Exists(bare(tested)), BOOLEAN, Chain.empty());
    }

    /** How many rows there would be without limit and offset. */
    static SelectNode total(StatementNode query) {
        return count(tailed(reading(query, "page"), Tail.NONE), "page");
    }

    /** Of a query with a part of the rows, which part. */
    static Tail tailOf(StatementNode query) {
        if (query instanceof SelectNode select) {
            return select.tail();
        }
        return query instanceof CompoundNode compound ? compound.tail() : Tail.NONE;
    }

    /** The total as far as a page tells it: one that is not full is the last, if it has rows at all. Negative if it tells nothing. */
    static long knownTotal(Tail tail, int rows) {
        long limit = numberIn(tail.limit());
        long offset = tail.offset() == null ? 0 : numberIn(tail.offset());
        boolean isLast = limit > 0 && offset >= 0 && rows < limit && (rows > 0 || offset == 0);
        return isLast ? offset + rows : -1;
    }

    private static long numberIn(@Nullable Expr paging) {
        return paging instanceof Bind bind && bind.value() instanceof Long number ? number : -1;
    }

    /** What changes something would do so to be counted; what locks would lock nothing. */
    private static QueryNode reading(StatementNode query, String method) {
        if (!(query instanceof QueryNode rows)
                || withOf(rows).stream().anyMatch(table -> !(table.query() instanceof QueryNode))) {
            throw new StatementException(
                    "%s(): the statement changes something, and would do so to be counted; read its rows with list()"
                            .formatted(method));
        }
        if (rows instanceof SelectNode select && !select.locks().isEmpty()) {
            throw new StatementException(
                    "%s(): the query locks its rows, which counting does not; leave the lock out, or read its rows with list()"
                            .formatted(method));
        }
        return rows;
    }

    private static SelectNode asking(Chain<CommonTable> with, Expr what, SqlType<?> type, Chain<FromItem> from) {
        var projection = new Projection(Distinct.NO, List.of(), List.of(new ResultItem(what, null, type)));
        return new SelectNode(with, projection, from, Chain.empty(), Grouping.NONE, Tail.NONE, Chain.empty());
    }

    /** Without what is said outside instead, and without an order, which only ties need to be counted. */
    private static QueryNode bare(QueryNode query) {
        Tail tail = tailOf(query);
        QueryNode rows =
                tail.withTies() ? query : tailed(query, new Tail(Chain.empty(), tail.limit(), tail.offset(), false));
        if (rows instanceof SelectNode select) {
            return new SelectNode(
                    Chain.empty(),
                    select.projection(),
                    select.from(),
                    select.where(),
                    select.grouping(),
                    select.tail(),
                    select.locks());
        }
        return rows instanceof CompoundNode compound
                ? new CompoundNode(Chain.empty(), compound.first(), compound.parts(), compound.tail(), compound.items())
                : rows;
    }

    private static QueryNode tailed(QueryNode query, Tail tail) {
        if (query instanceof SelectNode select) {
            return new SelectNode(
                    select.with(),
                    select.projection(),
                    select.from(),
                    select.where(),
                    select.grouping(),
                    tail,
                    select.locks());
        }
        return query instanceof CompoundNode compound
                ? new CompoundNode(compound.with(), compound.first(), compound.parts(), tail, compound.items())
                : query;
    }

    private static Chain<CommonTable> withOf(QueryNode query) {
        if (query instanceof SelectNode select) {
            return select.with();
        }
        return query instanceof CompoundNode compound ? compound.with() : Chain.empty();
    }

    /** With a name for every column and none twice, as a query in FROM must have it on most databases. */
    private static QueryNode unambiguous(QueryNode query) {
        if (query instanceof SelectNode select) {
            Projection projection = select.projection();
            return new SelectNode(
                    select.with(),
                    new Projection(projection.distinct(), projection.distinctOn(), unambiguous(projection.items())),
                    select.from(),
                    select.where(),
                    select.grouping(),
                    select.tail(),
                    select.locks());
        }
        return query instanceof CompoundNode compound
                ? new CompoundNode(
                        compound.with(),
                        unambiguous(compound.first()),
                        compound.parts(),
                        compound.tail(),
                        compound.items())
                : query;
    }

    private static List<ResultItem> unambiguous(List<ResultItem> items) {
        Set<String> taken = new HashSet<>();
        List<ResultItem> named = new ArrayList<>(items.size());
        for (ResultItem item : items) {
            String name = nameOf(item);
            if (name != null && taken.add(name)) {
                named.add(item);
            } else {
                String free = ALIAS + named.size();
                while (!taken.add(free)) {
                    free += "_";
                }
                named.add(new ResultItem(item.expression(), free, item.type()));
            }
        }
        return List.copyOf(named);
    }

    private static @Nullable String nameOf(ResultItem item) {
        if (item.label() != null) {
            return item.label();
        }
        return item.expression() instanceof ColumnRef column ? column.name() : null;
    }
}
