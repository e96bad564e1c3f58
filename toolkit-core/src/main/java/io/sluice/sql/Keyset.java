package io.sluice.sql;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Atom.ColumnRef;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Operation.RowValue;
import io.sluice.sql.tree.Operator;
import io.sluice.sql.tree.Predicate.Comparison;
import io.sluice.sql.tree.Predicate.Junction;
import io.sluice.sql.tree.SortKey;
import java.util.ArrayList;
import java.util.List;

/** Paging by the values of the last row seen instead of by counting rows. */
final class Keyset {

    private Keyset() {}

    static Expr after(List<SortKey> keys, Object... values) {
        if (keys.isEmpty()) {
            throw new StatementException(
                    "startAfter(…) needs an order to know what comes after; call orderBy(…) first");
        }
        if (keys.size() != values.length) {
            throw new StatementException("startAfter(…) takes one value for each term of ORDER BY: %d, not %d"
                    .formatted(keys.size(), values.length));
        }
        List<Bind> binds = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            binds.add(bind(keys.get(i), values[i], i));
        }
        boolean isUniform =
                keys.stream().allMatch(key -> key.isDescending() == keys.get(0).isDescending());
        return isUniform ? uniform(keys, binds) : stepwise(keys, binds);
    }

    /** {@code (a, b) > (x, y)}, for which an index over both is used. */
    private static Expr uniform(List<SortKey> keys, List<Bind> binds) {
        Operator operator = keys.get(0).isDescending() ? Operator.LT : Operator.GT;
        if (binds.size() == 1) {
            return new Comparison(keys.get(0).by(), operator, binds.get(0));
        }
        List<Expr> terms = keys.stream().<Expr>map(SortKey::by).toList();
        return new Comparison(new RowValue(terms), operator, new RowValue(List.copyOf(binds)));
    }

    /** {@code a > x OR a = x AND b < y}, for directions that differ. */
    private static Expr stepwise(List<SortKey> keys, List<Bind> binds) {
        Chain<Expr> alternatives = Chain.empty();
        for (int i = 0; i < binds.size(); i++) {
            Chain<Expr> terms = Chain.empty();
            for (int equal = 0; equal < i; equal++) {
                terms = terms.plus(new Comparison(keys.get(equal).by(), Operator.EQ, binds.get(equal)));
            }
            SortKey key = keys.get(i);
            terms = terms.plus(new Comparison(key.by(), key.isDescending() ? Operator.LT : Operator.GT, binds.get(i)));
            alternatives = alternatives.plus(terms.size() == 1 ? terms.get(0) : new Junction(true, terms));
        }
        return new Junction(false, alternatives);
    }

    private static Bind bind(SortKey key, Object value, int index) {
        if (key.by() instanceof ColumnRef column && column.source() == null) {
            throw new StatementException(
                    "startAfter(…) cannot compare with the label %s; order by the expression itself"
                            .formatted(column.name()));
        }
        if (value == null) {
            throw new StatementException(
                    "startAfter(…): value %d is null, and nothing comes after NULL; order by columns that are never NULL"
                            .formatted(index + 1));
        }
        if (!key.type().javaType().isInstance(value)) {
            throw new StatementException("startAfter(…): value %d should be %s, as the ORDER BY term is, not %s"
                    .formatted(
                            index + 1,
                            key.type().javaType().getSimpleName(),
                            value.getClass().getName()));
        }
        return new Bind(value, key.type());
    }
}
