package io.sluice.codec;

import io.sluice.type.SqlType;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Values on their way through the functions of a type that was made by {@code map}. What these throw may quote a value, so only its class is told. */
public final class DomainValues {

    private DomainValues() {}

    /** What travels, of a value that fits the type. */
    public static Object toDatabase(SqlType<?> type, Object value) {
        Object checked = type.checked(value);
        return type.isMapped() ? applied(type::toDatabase, checked, type, "toDb") : checked;
    }

    /** What Java gets, for a value that was read as the type's storage. */
    public static Object toJava(SqlType<?> type, Object stored) {
        return type.isMapped() ? applied(type::toJava, stored, type, "toJava") : stored;
    }

    private static Object applied(UnaryOperator<Object> function, Object value, SqlType<?> type, String name) {
        @Nullable Object result;
        try {
            result = function.apply(value);
        } catch (RuntimeException e) {
            throw failed(type, name, "threw " + e.getClass().getName(), e.getStackTrace());
        }
        if (result == null) {
            throw failed(type, name, "gave null for a value", new StackTraceElement[0]);
        }
        return result;
    }

    private static RuntimeException failed(SqlType<?> type, String name, String how, StackTraceElement[] where) {
        String message = "%s of the type %s %s; mend that function, or the value it got".formatted(name, type, how);
        RuntimeException failed = name.equals("toDb") ? new BindException(message) : new ReadException(message);
        if (where.length > 0) {
            failed.setStackTrace(where);
        }
        return failed;
    }
}
