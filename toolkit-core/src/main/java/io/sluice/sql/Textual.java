package io.sluice.sql;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Operation.Collate;
import io.sluice.sql.tree.Operation.Infix;
import io.sluice.sql.tree.Operator;
import io.sluice.sql.tree.Predicate.Like;
import io.sluice.sql.tree.Predicate.Regex;
import io.sluice.type.Family;
import io.sluice.type.SqlTypes;

/** What text can do. On an expression that is no text these are refused when the statement is built. */
public sealed interface Textual<T> extends Operand<T> permits Expression {

    /** {@code %} stands for any text, {@code _} for one character, and a backslash takes that meaning away. */
    default Condition like(String pattern) {
        return like(pattern, false, false, "like");
    }

    default Condition like(Operand<String> pattern) {
        requireText("like");
        return new Condition(new Like(node(), pattern.node(), false, false));
    }

    default Condition notLike(String pattern) {
        return like(pattern, false, true, "notLike");
    }

    default Condition notLike(Operand<String> pattern) {
        requireText("notLike");
        return new Condition(new Like(node(), pattern.node(), false, true));
    }

    /** As {@link #like(String)}, whether letters are large or small. */
    default Condition ilike(String pattern) {
        return like(pattern, true, false, "ilike");
    }

    default Condition notIlike(String pattern) {
        return like(pattern, true, true, "notIlike");
    }

    /** Takes the text as it is: {@code %} is a percent sign. */
    default Condition startsWith(String text) {
        return like(LikePattern.escape(text) + "%", false, false, "startsWith");
    }

    /** Takes the text as it is: {@code %} is a percent sign. */
    default Condition endsWith(String text) {
        return like("%" + LikePattern.escape(text), false, false, "endsWith");
    }

    /** Takes the text as it is: {@code %} is a percent sign. */
    default Condition contains(String text) {
        return like("%" + LikePattern.escape(text) + "%", false, false, "contains");
    }

    /** As {@link #contains}, whether letters are large or small. */
    default Condition containsIgnoringCase(String text) {
        return like("%" + LikePattern.escape(text) + "%", true, false, "containsIgnoringCase");
    }

    /** Whether a regular expression of the database finds something in it. */
    default Condition matches(String regex) {
        return regex(regex, false, false, "matches");
    }

    default Condition matchesIgnoringCase(String regex) {
        return regex(regex, true, false, "matchesIgnoringCase");
    }

    default Condition notMatches(String regex) {
        return regex(regex, false, true, "notMatches");
    }

    default Expression<String> concat(String text) {
        if (text == null) {
            throw new StatementException(
                    "%s.concat(null) is always NULL in SQL; pass a text, or nullValue(TEXT) if NULL is meant"
                            .formatted(Description.of(node())));
        }
        return concat(new Bind(text, SqlTypes.TEXT));
    }

    /** Joins texts; NULL if one of them is. */
    default Expression<String> concat(Operand<String> other) {
        return concat(other.node());
    }

    /** Compares and sorts by another collation; the name is the database's own. */
    default Expression<T> collate(String collation) {
        requireText("collate");
        return new Typed<>(new Collate(node(), Names.require(collation, "a collation's name")), type());
    }

    private Expression<String> concat(Expr right) {
        requireText("concat");
        Chain<Expr> operands =
                node() instanceof Infix left && left.operator() == Operator.CONCAT ? left.operands() : Chain.of(node());
        return new Typed<>(new Infix(Operator.CONCAT, operands.plus(right)), SqlTypes.TEXT);
    }

    private Condition like(String pattern, boolean ignoresCase, boolean isNegated, String method) {
        requireText(method);
        return new Condition(new Like(node(), pattern(pattern, method), ignoresCase, isNegated));
    }

    private Condition regex(String regex, boolean ignoresCase, boolean isNegated, String method) {
        requireText(method);
        return new Condition(new Regex(node(), pattern(regex, method), ignoresCase, isNegated));
    }

    private Bind pattern(String pattern, String method) {
        if (pattern == null) {
            throw new StatementException("%s.%s(null) is never true in SQL; pass a pattern, or use isNull()"
                    .formatted(Description.of(node()), method));
        }
        return new Bind(pattern, SqlTypes.TEXT);
    }

    private void requireText(String method) {
        if (type().family() != Family.TEXT) {
            throw new StatementException("%s.%s(…): %s is %s, not text; use cast(TEXT)"
                    .formatted(
                            Description.of(node()),
                            method,
                            type(),
                            type().family().description()));
        }
    }
}
