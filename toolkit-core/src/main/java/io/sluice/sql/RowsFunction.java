package io.sluice.sql;

import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FunctionName;
import io.sluice.sql.tree.SourceNode.FunctionRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A function in FROM that gives rows; {@link Sql#rowsOf} makes it. */
public final class RowsFunction extends Carried {
    private static final Field<Long> ORDINALITY = new Field<>("ordinality", io.sluice.type.SqlTypes.BIGINT);

    private final FunctionRef node;

    private RowsFunction(FunctionRef node, List<Field<?>> fields) {
        super(node, fields);
        this.node = node;
    }

    static RowsFunction of(FunctionName function, List<Expr> arguments, String alias, Field<?>... fields) {
        if (fields.length == 0) {
            throw new StatementException(
                    "%s(…) as %s gives rows; say which columns they have".formatted(function.name(), alias));
        }
        List<FunctionRef.Column> columns = Arrays.stream(fields)
                .map(field -> new FunctionRef.Column(field.name(), field.type()))
                .toList();
        return new RowsFunction(
                new FunctionRef(function, arguments, Names.require(alias, "an alias"), columns, false, false),
                List.of(fields));
    }

    /** Lets its arguments refer to what stands before it in FROM. */
    public RowsFunction lateral() {
        return new RowsFunction(
                new FunctionRef(
                        node.function(), node.arguments(), node.alias(), node.columns(), node.withOrdinality(), true),
                fields());
    }

    /** Adds a last column {@code ordinality} that counts the rows from one. */
    public RowsFunction withOrdinality() {
        List<Field<?>> fields = new ArrayList<>(fields());
        fields.add(ORDINALITY);
        List<FunctionRef.Column> columns = new ArrayList<>(node.columns());
        columns.add(new FunctionRef.Column(ORDINALITY.name(), ORDINALITY.type()));
        return new RowsFunction(
                new FunctionRef(
                        node.function(), node.arguments(), node.alias(), List.copyOf(columns), true, node.isLateral()),
                List.copyOf(fields));
    }

    /** The number of each row, after {@link #withOrdinality()}. */
    public Expression<Long> ordinality() {
        return column(ORDINALITY);
    }
}
