package io.sluice.sql;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Atom.Param;
import io.sluice.sql.tree.Supplied;
import java.util.function.Function;

/** A parameter and where its value is found in an object; {@link Sql#bind} makes it. */
public final class Binding<P> {
    private final Param param;
    private final Function<? super P, Bind> value;

    private Binding(Param param, Function<? super P, Bind> value) {
        this.param = param;
        this.value = value;
    }

    static <P, T> Binding<P> of(Parameter<T> parameter, Cell.Getter<? super P, ? extends T> value) {
        String place = "bind(%s, …)".formatted(parameter.name());
        return new Binding<>(parameter.node(), object -> {
            T found = value.get(object);
            return found == null ? new Bind(null, parameter.type()) : Values.bind(parameter.type(), found, place);
        });
    }

    /** A value of a column's default, made for each object. */
    static <P> Binding<P> made(Param param, Supplied supplied) {
        return new Binding<>(param, object -> new Bind(SentDefaults.made(supplied, param.type()), param.type()));
    }

    Param param() {
        return param;
    }

    Bind valueOf(P object) {
        return value.apply(object);
    }
}
