package io.sluice.dialect;

import io.sluice.type.SqlType;
import java.util.List;

/** A statement as a database takes it, without values: the text, the types of its placeholders, the types of its result. */
public record CompiledStatement(String sql, List<SqlType<?>> parameterTypes, List<SqlType<?>> resultTypes) {

    public CompiledStatement {
        parameterTypes = List.copyOf(parameterTypes);
        resultTypes = List.copyOf(resultTypes);
    }
}
