package io.sluice.engine;

import io.sluice.schema.DeclaredConstraint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change that the database's constraints do not allow. */
public class ConstraintViolationException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String constraint;
    private final @Nullable String table;

    @SuppressWarnings("serial") // a list of names, which can be written
    private final List<String> columns;

    private transient @Nullable DeclaredConstraint declared;

    ConstraintViolationException(String message, @Nullable String sqlState, @Nullable String sql, Violated violated) {
        super(message, sqlState, sql);
        this.constraint = violated.constraint();
        this.table = violated.table();
        this.columns = violated.columns();
    }

    /** The constraint's name, as far as the database tells it. */
    public Optional<String> constraint() {
        return Optional.ofNullable(constraint);
    }

    /** The table that the constraint belongs to, as far as the database tells it. */
    public Optional<String> table() {
        return Optional.ofNullable(table);
    }

    /** The columns that the constraint is over, as far as the database tells them. */
    public List<String> columns() {
        return columns;
    }

    /** The constraint as a table declares it, if {@link EngineOptions#metadata} knows the table. */
    public Optional<DeclaredConstraint> declared() {
        return Optional.ofNullable(declared);
    }

    void declaredAs(@Nullable DeclaredConstraint constraint) {
        declared = constraint;
    }
}
