package io.sluice.sql;

import io.sluice.sql.tree.Call.Windowed;
import io.sluice.sql.tree.Expr;
import io.sluice.type.SqlType;

/** A function that means something only over a window; {@code over} makes an expression of it. */
public final class WindowFunction<T> {
    private final Expr call;
    private final SqlType<T> type;

    WindowFunction(Expr call, SqlType<T> type) {
        this.call = call;
        this.type = type;
    }

    public Expression<T> over(Window window) {
        return new Typed<>(new Windowed(call, null, window.node()), type);
    }

    /** Over a window that the statement declares. */
    public Expression<T> over(String windowName) {
        return new Typed<>(new Windowed(call, Names.require(windowName, "a window's name"), null), type);
    }
}
