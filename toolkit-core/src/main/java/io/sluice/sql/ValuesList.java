package io.sluice.sql;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.ValuesNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows written out, as a query: to join a table with a list, or to make a small table on the spot.
 *
 * <pre>{@code
 * var prices = values(SKU, PRICE).row("a-1", 250L).row("b-7", 990L).as("prices");
 * }</pre>
 */
public final class ValuesList implements RowQuery<Row> {
    private final List<Field<?>> fields;
    private final Chain<List<Expr>> rows;

    ValuesList(List<Field<?>> fields, Chain<List<Expr>> rows) {
        this.fields = fields;
        this.rows = rows;
    }

    /** Adds a row: a value, an operand or null for each field. */
    public ValuesList row(@Nullable Object... values) {
        if (values.length != fields.size()) {
            throw new StatementException("row(…) takes one value for each field %s: %d, not %d"
                    .formatted(Carried.namesOf(fields), fields.size(), values.length));
        }
        List<Expr> row = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            row.add(expression(fields.get(i), values[i]));
        }
        return new ValuesList(fields, rows.plus(List.copyOf(row)));
    }

    private static Expr expression(Field<?> field, @Nullable Object value) {
        if (value == null) {
            return new Bind(null, field.type());
        }
        if (value instanceof Operand<?> operand) {
            requireFits(
                    field,
                    operand.type().javaType() == field.type().javaType(),
                    operand.type().toString());
            return operand.node();
        }
        requireFits(
                field,
                field.type().javaType().isInstance(value),
                value.getClass().getName());
        return new Bind(value, field.type());
    }

    private static void requireFits(Field<?> field, boolean fits, String given) {
        if (!fits) {
            throw new StatementException("row(…): %s is %s, not %s".formatted(field.name(), field.type(), given));
        }
    }

    @Override
    public ValuesNode tree() {
        if (rows.isEmpty()) {
            throw new StatementException("values(%s) has no rows; add one with row(…)"
                    .formatted(String.join(", ", Carried.namesOf(fields))));
        }
        return new ValuesNode(rows, resultItems());
    }

    @Override
    public List<ResultItem> resultItems() {
        // labelled, so that what encloses it knows that the names are ours and not the database's
        return fields.stream()
                .map(field -> new ResultItem(new ColumnRef(null, field.name()), field.name(), field.type()))
                .toList();
    }

    @Override
    public RowReader<Row> reader() {
        return Readers.rows(resultItems());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ValuesList that && fields.equals(that.fields) && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.asList(fields, rows).hashCode();
    }

    @Override
    public String toString() {
        return StandardText.of(this);
    }
}
