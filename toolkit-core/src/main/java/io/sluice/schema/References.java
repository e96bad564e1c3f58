package io.sluice.schema;

import io.sluice.sql.StatementException;
import io.sluice.sql.tree.ReferentialAction;
import io.sluice.type.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A column holds the key of another table's row. The target is looked up late, since tables may refer to each other.
 *
 * <pre>{@code
 * column("customer_id", references(() -> CUSTOMERS.id).onDelete(CASCADE), notNull())
 * }</pre>
 */
public final class References<T> implements ColumnOption<T> {
    private final @Nullable Supplier<Column<T>> target;
    private final @Nullable SqlType<T> type;
    private final KeyTarget late;
    private final KeyRules rules;

    private References(
            @Nullable Supplier<Column<T>> target, @Nullable SqlType<T> type, KeyTarget late, KeyRules rules) {
        this.target = target;
        this.type = type;
        this.late = late;
        this.rules = rules;
    }

    static <T> References<T> to(Supplier<Column<T>> target) {
        Objects.requireNonNull(target, "target");
        return new References<>(target, null, KeyTarget.of(() -> List.of(target.get())), KeyRules.NONE);
    }

    static <T> References<T> to(TableName table, String column, SqlType<T> type) {
        return new References<>(
                null, Objects.requireNonNull(type, "type"), KeyTarget.of(table, List.of(column)), KeyRules.NONE);
    }

    public References<T> onDelete(ReferentialAction action) {
        return new References<>(target, type, late, rules.onDelete(action));
    }

    public References<T> onUpdate(ReferentialAction action) {
        return new References<>(target, type, late, rules.onUpdate(action));
    }

    /** A transaction may put off the check to its end. */
    public References<T> deferrable() {
        return new References<>(target, type, late, rules.deferrable());
    }

    /** The check is put off to the end of the transaction. */
    public References<T> initiallyDeferred() {
        return new References<>(target, type, late, rules.initiallyDeferred());
    }

    public References<T> named(String name) {
        return new References<>(target, type, late, rules.named(name));
    }

    /** The type, if it was said because the target is only named. */
    @Nullable
    SqlType<T> type() {
        return type;
    }

    Column<T> column() {
        if (target == null) {
            throw new StatementException("a foreign key by name gives its column no type");
        }
        return Objects.requireNonNull(target.get());
    }

    ForeignKey from(Column<T> column) {
        return new ForeignKey(List.of(column), late, rules);
    }
}
