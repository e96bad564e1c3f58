package io.sluice.codec;

import io.r2dbc.spi.Row;
import org.jspecify.annotations.Nullable;

/** Reads one column of a driver's row; made once for a result and used for each row of it. */
@FunctionalInterface
public interface ColumnReader {

    @Nullable
    Object read(Row row, int index);
}
