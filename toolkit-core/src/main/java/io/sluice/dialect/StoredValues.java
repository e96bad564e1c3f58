package io.sluice.dialect;

import io.sluice.sql.StatementException;
import io.sluice.type.SqlType;

/** What a database will keep of a value, for a dialect that looks at it. A user's function that throws may quote the value, so only the class is told. */
public final class StoredValues {

    private StoredValues() {}

    public static Object of(SqlType<?> type, Object value) {
        try {
            return type.toDatabase(value);
        } catch (RuntimeException e) {
            var failed = new StatementException("toDb of the type %s threw %s; mend that function, or the value it got"
                    .formatted(type, e.getClass().getName()));
            failed.setStackTrace(e.getStackTrace());
            throw failed;
        }
    }
}
