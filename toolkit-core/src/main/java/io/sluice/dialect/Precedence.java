package io.sluice.dialect;

import io.sluice.sql.tree.Atom;
import io.sluice.sql.tree.Call;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Operation;
import io.sluice.sql.tree.Operator;
import io.sluice.sql.tree.Predicate;

/** How tightly an expression holds together: one that holds less than its place asks for is put in parentheses. */
final class Precedence {
    /** Whatever it is, it stays as it is. */
    static final int LOOSE = 0;

    static final int OR = 1;
    static final int AND = 2;
    static final int NOT = 3;
    /** Comparisons do not chain, so each side must hold more tightly than one. */
    static final int COMPARISON = 4;
    /** Operators other than arithmetic. Databases rank them differently, so their operands are never left bare. */
    static final int OTHER = 5;

    static final int SUM = 6;
    static final int PRODUCT = 7;
    static final int SIGN = 8;
    static final int POSTFIX = 9;
    static final int ATOM = 10;

    private Precedence() {}

    /** Asked at every operand, so what is most frequent comes first, and what is no final class last. */
    static int of(Expr expression) {
        if (expression instanceof Atom.ColumnRef || expression instanceof Atom.Bind) {
            return ATOM;
        }
        if (expression instanceof Predicate.Comparison) {
            return COMPARISON;
        }
        if (expression instanceof Call.Aggregate || expression instanceof Call.Function) {
            return ATOM;
        }
        if (expression instanceof Operation.Infix infix) {
            return of(infix.operator());
        }
        if (expression instanceof Predicate.Junction junction) {
            return junction.isAnd() ? AND : OR;
        }
        return ofOther(expression);
    }

    private static int ofOther(Expr expression) {
        if (expression instanceof Predicate.Not) {
            return NOT;
        }
        if (expression instanceof Predicate.Exists) {
            return ATOM;
        }
        if (expression instanceof Operation.Negation) {
            return SIGN;
        }
        if (expression instanceof Operation.Collate || expression instanceof Operation.AtZone) {
            return POSTFIX;
        }
        if (expression instanceof Atom.Template) {
            return LOOSE;
        }
        return expression instanceof Predicate ? COMPARISON : ATOM;
    }

    static int of(Operator operator) {
        return switch (operator) {
            case PLUS, MINUS -> SUM;
            case TIMES, DIVIDED_BY, QUOTIENT, MODULO -> PRODUCT;
            default -> operator.group() == Operator.Group.COMPARISON ? COMPARISON : OTHER;
        };
    }
}
