package io.sluice.sql;

import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Operation.RowValue;
import io.sluice.sql.tree.Operator;
import io.sluice.sql.tree.Predicate.Comparison;
import io.sluice.sql.tree.Predicate.InList;
import io.sluice.sql.tree.Predicate.InQuery;
import io.sluice.sql.tree.ResultItem;
import io.sluice.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Several values compared as one: {@code tuple(LINE.orderId, LINE.number).eq(tuple(value(7L), value(1)))}. */
public final class Tuple {
    private final List<Expr> fields;
    private final List<SqlType<?>> types;

    private Tuple(List<Expr> fields, List<SqlType<?>> types) {
        this.fields = fields;
        this.types = types;
    }

    static Tuple of(Expression<?> first, Expression<?>... more) {
        List<Expr> fields = new ArrayList<>(List.of(first.node()));
        List<SqlType<?>> types = new ArrayList<>(List.of(first.type()));
        for (Expression<?> expression : more) {
            fields.add(expression.node());
            types.add(expression.type());
        }
        return new Tuple(List.copyOf(fields), List.copyOf(types));
    }

    public Condition eq(Tuple other) {
        return compare(Operator.EQ, other, "eq");
    }

    public Condition ne(Tuple other) {
        return compare(Operator.NE, other, "ne");
    }

    /** Smaller in the first value that differs. */
    public Condition lt(Tuple other) {
        return compare(Operator.LT, other, "lt");
    }

    public Condition le(Tuple other) {
        return compare(Operator.LE, other, "le");
    }

    public Condition gt(Tuple other) {
        return compare(Operator.GT, other, "gt");
    }

    public Condition ge(Tuple other) {
        return compare(Operator.GE, other, "ge");
    }

    /** Equal to one of them; to none of no tuples. */
    public Condition in(Collection<Tuple> tuples) {
        if (tuples.isEmpty()) {
            return Condition.FALSE;
        }
        Chain<Expr> list = Chain.empty();
        for (Tuple tuple : tuples) {
            requireSame(tuple.types, "in");
            list = list.plus(tuple.node());
        }
        return new Condition(new InList(node(), list, false));
    }

    public Condition in(Query<?> query) {
        requireSame(
                query.resultItems().stream().<SqlType<?>>map(ResultItem::type).toList(), "in");
        return new Condition(new InQuery(node(), Subqueries.of(query, "in"), false));
    }

    private Condition compare(Operator operator, Tuple other, String method) {
        requireSame(other.types, method);
        return new Condition(new Comparison(node(), operator, other.node()));
    }

    private RowValue node() {
        return new RowValue(fields);
    }

    private void requireSame(List<SqlType<?>> others, String method) {
        boolean same = types.size() == others.size();
        for (int i = 0; same && i < types.size(); i++) {
            same = types.get(i).javaType() == others.get(i).javaType();
        }
        if (!same) {
            throw new StatementException(
                    "tuple.%s(…): %s cannot be compared with %s; both sides need the same number of values of the same types"
                            .formatted(method, types, others));
        }
    }
}
