package io.sluice.sql;

import io.sluice.sql.tree.Assignment;
import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.Atom.Keyword;
import io.sluice.sql.tree.Qualifier;

/** A column of a table: the one expression that can be assigned to. */
public interface TableColumn<T> extends Expression<T> {

    String name();

    /** The table or alias it belongs to. */
    Qualifier source();

    @Override
    ColumnRef node();

    /** Sets it to a value; {@link #toNull()} sets it to NULL. */
    default ColumnValue to(T value) {
        if (value == null) {
            throw new StatementException(
                    "%s.to(null): say %s.toNull() if NULL is meant".formatted(Description.of(node()), name()));
        }
        return new ColumnValue(source(), new Assignment(name(), Values.bind(this, value, "to")));
    }

    /** Sets it to what the database computes. */
    default ColumnValue to(Operand<T> value) {
        return new ColumnValue(source(), new Assignment(name(), Values.operand(value, node(), "=")));
    }

    default ColumnValue toNull() {
        return new ColumnValue(source(), new Assignment(name(), new Bind(null, type())));
    }

    /** Sets it to the default that the table declares. */
    default ColumnValue toDefault() {
        return new ColumnValue(source(), new Assignment(name(), Keyword.DEFAULT));
    }
}
