package io.sluice.sql;

import io.sluice.sql.tree.SortKey;

/** An expression and the direction to sort by it. */
public record Ordering(SortKey key) implements Sortable {

    public Ordering nullsFirst() {
        return new Ordering(new SortKey(key.by(), key.type(), key.isDescending(), true));
    }

    public Ordering nullsLast() {
        return new Ordering(new SortKey(key.by(), key.type(), key.isDescending(), false));
    }

    @Override
    public Ordering ordering() {
        return this;
    }
}
