package io.sluice.sql;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.SortKey;
import io.sluice.sql.tree.Tail;
import io.sluice.type.SqlTypes;

/** Order and paging, which every query ends with. */
final class Tails {

    private Tails() {}

    static Tail orderBy(Tail tail, Sortable... terms) {
        Chain<SortKey> keys = tail.orderBy();
        for (Sortable term : terms) {
            keys = keys.plus(term.ordering().key());
        }
        return new Tail(keys, tail.limit(), tail.offset(), tail.withTies());
    }

    static Tail limit(Tail tail, long rows) {
        return new Tail(tail.orderBy(), number(rows, "limit"), tail.offset(), false);
    }

    static Tail limitWithTies(Tail tail, long rows) {
        return new Tail(tail.orderBy(), number(rows, "limitWithTies"), tail.offset(), true);
    }

    static Tail offset(Tail tail, long rows) {
        return new Tail(tail.orderBy(), tail.limit(), number(rows, "offset"), tail.withTies());
    }

    private static Bind number(long rows, String clause) {
        if (rows < 0) {
            throw new StatementException("%s(%d): a number of rows cannot be negative".formatted(clause, rows));
        }
        return new Bind(rows, SqlTypes.BIGINT);
    }
}
