package io.sluice.sql;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Expr;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes bound values of what users pass, and refuses what cannot be meant. */
final class Values {

    private Values() {}

    /** For places where a null would silently make a comparison that is never true. */
    static <T> Bind bind(Operand<T> compared, @Nullable T value, String method) {
        if (value == null) {
            String name = Description.of(compared.node());
            throw new StatementException("%s.%s(null) is never true in SQL; use %s.%s()"
                    .formatted(name, method, name, method.equals("ne") ? "isNotNull" : "isNull"));
        }
        return new Bind(checked(compared, value, method), compared.type());
    }

    static <T> Bind nullable(Operand<T> compared, @Nullable T value, String method) {
        return new Bind(value == null ? null : checked(compared, value, method), compared.type());
    }

    static <T> Bind bindAll(Operand<T> compared, @Nullable Collection<? extends @Nullable T> values, String method) {
        if (values == null) {
            throw new StatementException(
                    "%s.%s(null): there is no list; pass an empty one if there is nothing to look for"
                            .formatted(Description.of(compared.node()), method));
        }
        List<Object> checked = new ArrayList<>(values.size());
        for (T value : values) {
            if (value == null) {
                throw nullAmong(Description.of(compared.node()), method);
            }
            checked.add(checked(compared, value, method));
        }
        return new Bind(checked, SqlTypes.array(compared.type()));
    }

    private static StatementException nullAmong(String name, String method) {
        return new StatementException(
                method.equals("in")
                        ? "%s.in(…) has a null among its values, which no row can match; leave it out, or add .or(%s.isNull())"
                                .formatted(name, name)
                        : "%s.%s(…) has a null among its values, with which it is never true; leave it out, or add .and(%s.isNotNull())"
                                .formatted(name, method, name));
    }

    /** For functions that give NULL, or nothing new, for a null. */
    static <T> T present(@Nullable T value, String what, String insteadDo) {
        if (value == null) {
            throw new StatementException("%s is null; %s".formatted(what, insteadDo));
        }
        return value;
    }

    static <T> Bind bind(SqlType<T> type, T value, String what) {
        return new Bind(fitting(type, value, what), type);
    }

    private static <T> Object checked(Operand<T> compared, T value, String method) {
        SqlType<T> type = compared.type();
        return type.javaType().isInstance(value)
                ? value
                : checked(type, value, Description.of(compared.node()), method);
    }

    /** Generics are erased: a raw call can bring anything, and it should fail here and not in a driver. */
    static <T> Object checked(SqlType<T> type, T value, String name, String method) {
        return fitting(type, value, name + "." + method + "(…)");
    }

    private static <T> Object fitting(SqlType<T> type, T value, String what) {
        if (!type.javaType().isInstance(value)) {
            throw new StatementException("%s takes %s, not %s"
                    .formatted(
                            what,
                            type.javaType().getSimpleName(),
                            value.getClass().getName()));
        }
        return value;
    }

    static Expr operand(@Nullable Operand<?> operand, Expr compared, String operator) {
        if (operand == null) {
            String name = Description.of(compared);
            throw new StatementException(
                    "%s %s null is never true in SQL; use %s.isNull()".formatted(name, operator, name));
        }
        return operand.node();
    }
}
