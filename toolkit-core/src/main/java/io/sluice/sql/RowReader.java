package io.sluice.sql;

import org.jspecify.annotations.Nullable;

/** Turns the values of one row, in the order of the select list, into a result. */
@FunctionalInterface
public interface RowReader<R> {

    R read(@Nullable Object[] row);
}
