package io.sluice.engine;

import io.r2dbc.spi.RowMetadata;
import io.r2dbc.spi.Statement;
import io.sluice.codec.Codec;
import io.sluice.codec.ColumnReader;
import io.sluice.codec.ReadException;
import io.sluice.dialect.CompiledStatement;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Atom.Param;
import io.sluice.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled statement with what its driver needs to run it. It is what the statement cache keeps, so it holds no values. */
record Prepared(CompiledStatement compiled, Codec codec) {

    String sql() {
        return compiled.sql();
    }

    void bind(Statement statement, List<@Nullable Object> values) {
        List<SqlType<?>> types = compiled.parameterTypes();
        for (int i = 0; i < types.size(); i++) {
            if (values.get(i) instanceof Param param) {
                throw new StatementException(
                        "the parameter %s has no value; give each set of values with forEach(…), or say the value itself"
                                .formatted(param.name()));
            }
            try {
                codec.bind(statement, i, values.get(i), types.get(i));
            } catch (RuntimeException e) {
                throw Errors.ofBinding(e, i, types.get(i), sql());
            }
        }
    }

    /** The readers for a result, by what the database says its columns are. */
    ColumnReader[] readers(RowMetadata metadata) {
        List<SqlType<?>> declared = compiled.resultTypes();
        int actual = metadata.getColumnMetadatas().size();
        if (actual != declared.size()) {
            throw new ReadException("the statement gives %d columns, and %d were declared; statement: %s"
                    .formatted(actual, declared.size(), sql()));
        }
        var readers = new ColumnReader[declared.size()];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = codec.reader(declared.get(i), metadata.getColumnMetadata(i));
        }
        return readers;
    }
}
