package io.sluice.sql.tree;

import org.jspecify.annotations.Nullable;

/** What stands at the end of a query: its order and the part of it that is wanted. */
public record Tail(
        Chain<SortKey> orderBy,
        @Nullable Expr limit,
        @Nullable Expr offset,
        boolean withTies) {
    public static final Tail NONE = new Tail(Chain.empty(), null, null, false);

    public boolean isEmpty() {
        return orderBy.isEmpty() && limit == null && offset == null;
    }
}
