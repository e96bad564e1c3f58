package io.sluice.schema;

import io.sluice.schema.ColumnOption.Computed;
import io.sluice.schema.ColumnOption.Counted;
import io.sluice.schema.ColumnOption.Flag;
import io.sluice.schema.ColumnOption.Moment;
import io.sluice.schema.ColumnOption.Said;
import io.sluice.schema.ColumnOption.Sent;
import io.sluice.schema.ColumnOption.ServerDefault;
import io.sluice.schema.ColumnOption.Trait;
import io.sluice.schema.ColumnOption.Word;
import io.sluice.sql.Operand;
import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Supplied;
import io.sluice.type.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Columns and what can be said of them, made for a static import. */
public final class Columns {

    private Columns() {}

    /** A column for a table that is made at run time. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> ColumnDefinition<T> column(String name, SqlType<T> type, ColumnOption<T>... options) {
        return ColumnDefinition.of(name, type, List.of(options));
    }

    /** A foreign key of one column for a table that is made at run time; it takes its type from the target. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> ColumnDefinition<T> column(String name, References<T> references, ColumnOption<T>... options) {
        return ColumnDefinition.of(name, references, List.of(options));
    }

    // ---- what it is

    /** Part of the primary key, and so never NULL. */
    public static <T> ColumnOption<T> primaryKey() {
        return new Flag<>(Trait.PRIMARY_KEY);
    }

    public static <T> ColumnOption<T> notNull() {
        return new Flag<>(Trait.NOT_NULL);
    }

    /** No two rows have the same value; a key of several columns is said by {@code uniqueKey(…)} of the table. */
    public static <T> ColumnOption<T> unique() {
        return new Flag<>(Trait.UNIQUE);
    }

    /** With an index of its own; any other index is said by {@code index(…)} of the table. */
    public static <T> ColumnOption<T> indexed() {
        return new Flag<>(Trait.INDEXED);
    }

    /** The key of another table; the lambda is what lets two tables refer to each other. */
    public static <T> References<T> references(Supplier<Column<T>> target) {
        return References.to(target);
    }

    /** The key of a table by its name, which need not be known here, and so with its type. */
    public static <T> References<T> references(String table, String column, SqlType<T> type) {
        return references(TableName.of(table), column, type);
    }

    public static <T> References<T> references(TableName table, String column, SqlType<T> type) {
        return References.to(table, column, type);
    }

    public static <T> ColumnOption<T> comment(String text) {
        return new Said<>(Word.COMMENT, TableName.requireText(text, "a comment"));
    }

    /** By which rules its texts are compared and sorted; the name is the database's own. */
    public static ColumnOption<String> collation(String name) {
        TableName.requireName(name, "a collation's name");
        return new Said<>(Word.COLLATION, name);
    }

    // ---- where its value comes from

    /** The database counts a number up for each row that brings none. */
    public static <T> ColumnOption<T> generated() {
        return new Flag<>(Trait.GENERATED);
    }

    /** The database counts a number up for each row, and takes no other. */
    public static <T> ColumnOption<T> generatedAlways() {
        return new Flag<>(Trait.GENERATED_ALWAYS);
    }

    /** The database takes the next number of a sequence for each row that brings none. Metadata creates the sequence by itself. */
    public static <T extends Number> ColumnOption<T> generatedBy(Sequence sequence) {
        requireValue(sequence, "generatedBy");
        return new Counted<>(sequence);
    }

    /** What an insert of this toolkit sends if it does not mention the column. The database knows nothing of it. */
    public static <T> ColumnOption<T> defaultValue(T value) {
        requireValue(value, "defaultValue");
        return new Sent<>(Moment.INSERT, column -> new Bind(column.checked(value, "defaultValue"), column.type()));
    }

    /** What makes the value that an insert sends if it does not mention the column: asked once for each row, each time it runs. */
    public static <T> ColumnOption<T> defaultValueFrom(Supplier<? extends T> supplier) {
        return new Sent<>(Moment.INSERT, supplied(supplier, "defaultValueFrom"));
    }

    /** What an update of this toolkit sends if it does not mention the column. An insert sends nothing of it. */
    public static <T> ColumnOption<T> onUpdate(T value) {
        requireValue(value, "onUpdate");
        return new Sent<>(Moment.UPDATE, column -> new Bind(column.checked(value, "onUpdate"), column.type()));
    }

    /** What an update has the database compute if it does not mention the column: {@code onUpdate(now())}. */
    public static <T> ColumnOption<T> onUpdate(Operand<T> expression) {
        requireValue(expression, "onUpdate");
        return new Sent<>(Moment.UPDATE, column -> expression.node());
    }

    /** What makes the value that an update sends if it does not mention the column: asked once each time it runs. */
    public static <T> ColumnOption<T> onUpdateFrom(Supplier<? extends T> supplier) {
        return new Sent<>(Moment.UPDATE, supplied(supplier, "onUpdateFrom"));
    }

    /** What the database puts in if an insert brings no value. */
    public static <T> ColumnOption<T> serverDefault(T value) {
        requireValue(value, "serverDefault");
        return new ServerDefault<>(column -> new Bind(column.checked(value, "serverDefault"), column.type()));
    }

    /** What the database computes if an insert brings no value: {@code serverDefault(now())}. */
    public static <T> ColumnOption<T> serverDefault(Operand<T> expression) {
        requireValue(expression, "serverDefault");
        return new ServerDefault<>(column -> expression.node());
    }

    /** Computed by the database from other columns of the row when that is written. */
    public static <T> ColumnOption<T> computed(Operand<T> expression) {
        requireValue(expression, "computed");
        return new Computed<>(expression, true);
    }

    /** Computed by the database from other columns of the row whenever that is read. */
    public static <T> ColumnOption<T> computedWhenRead(Operand<T> expression) {
        requireValue(expression, "computedWhenRead");
        return new Computed<>(expression, false);
    }

    private static <T> ColumnOption.Making<T> supplied(Supplier<? extends T> supplier, String method) {
        Objects.requireNonNull(supplier, method);
        return column -> new Bind(new Supplied(column.toString(), supplier), column.type());
    }

    private static void requireValue(@Nullable Object value, String method) {
        if (value == null) {
            throw new StatementException(
                    "%s(null): there is nothing to send; leave the option out, or declare the constant above the table"
                            .formatted(method));
        }
    }
}
