package io.sluice.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change that the database's constraints do not allow. */
public class ConstraintViolationException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String constraint;
    private final @Nullable String table;
    private final @Nullable String column;

    ConstraintViolationException(String message, @Nullable String sqlState, @Nullable String sql, Violated violated) {
        super(message, sqlState, sql);
        this.constraint = violated.constraint();
        this.table = violated.table();
        this.column = violated.column();
    }

    /** The constraint's name, as far as the database tells it. */
    public Optional<String> constraint() {
        return Optional.ofNullable(constraint);
    }

    /** The table that the constraint belongs to, as far as the database tells it. */
    public Optional<String> table() {
        return Optional.ofNullable(table);
    }

    /** The column that the constraint belongs to, as far as the database tells it. */
    public Optional<String> column() {
        return Optional.ofNullable(column);
    }
}
