package io.sluice.codec;

import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Statement;
import io.sluice.type.SqlType;
import org.jspecify.annotations.Nullable;

/** What values become on their way through one driver. */
public interface Codec {

    /** Binds a value, or a NULL of the right type, to a placeholder counted from zero. */
    void bind(Statement statement, int index, @Nullable Object value, SqlType<?> type);

    /** A reader for a column that was declared to be of a type, and is what the driver says it is. */
    ColumnReader reader(SqlType<?> declared, ColumnMetadata actual);
}
