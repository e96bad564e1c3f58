package io.sluice.engine;

import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import io.sluice.codec.ColumnReader;
import io.sluice.sql.RowReader;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one result, one after the other. What is read holds nothing of the driver's buffers. */
final class RowMapping<R> implements BiFunction<Row, RowMetadata, R> {
    private final Prepared prepared;
    private final RowReader<R> reader;
    private final Observation observation;
    private ColumnReader @Nullable [] columns;

    RowMapping(Prepared prepared, RowReader<R> reader, Observation observation) {
        this.prepared = prepared;
        this.reader = reader;
        this.observation = observation;
    }

    @Override
    @SuppressWarnings("NullAway") // it cannot see through the module's class files that a row may hold nulls
    public R apply(Row row, RowMetadata metadata) {
        ColumnReader[] readers = columns;
        if (readers == null) {
            readers = prepared.readers(metadata);
            columns = readers;
        }
        @Nullable Object[] values = new @Nullable Object[readers.length];
        for (int i = 0; i < readers.length; i++) {
            values[i] = readers[i].read(row, i);
        }
        observation.row();
        return reader.read(values);
    }
}
