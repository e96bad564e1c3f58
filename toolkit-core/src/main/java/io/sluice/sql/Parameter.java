package io.sluice.sql;

import io.sluice.sql.tree.Atom.Param;
import io.sluice.type.SqlType;

/** A place in a statement for a value that is given later, and differs from set to set: {@link Sql#param} makes it. */
public record Parameter<T>(Param node, SqlType<T> type) implements Expression<T> {

    static <T> Parameter<T> of(String name, SqlType<T> type) {
        return new Parameter<>(new Param(Names.require(name, "a parameter's name"), type), type);
    }

    public String name() {
        return node.name();
    }
}
