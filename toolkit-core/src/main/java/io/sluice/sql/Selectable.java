package io.sluice.sql;

import org.jspecify.annotations.Nullable;

/** Something to select that gives values of one type of Java. */
public interface Selectable<T> extends Item {

    /** Its value in a row, where its columns begin at {@code offset}; null where the database says NULL. */
    @Nullable
    T read(@Nullable Object[] row, int offset);
}
