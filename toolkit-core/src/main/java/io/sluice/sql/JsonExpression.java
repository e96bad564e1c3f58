package io.sluice.sql;

import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.JSONB;
import static io.sluice.type.SqlTypes.TEXT;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Call.Function;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FunctionName;
import io.sluice.sql.tree.Operation.Infix;
import io.sluice.sql.tree.Operator;
import io.sluice.type.Family;
import io.sluice.type.Json;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** A JSON value and the ways into it; {@link Operators#json} makes it. */
public record JsonExpression(Expr node, SqlType<Json> type) implements Expression<Json> {
    private static final SqlType<List<String>> TEXTS = SqlTypes.array(TEXT);

    static JsonExpression of(Expression<Json> expression) {
        if (expression.type().family() != Family.JSON) {
            throw new StatementException("json(%s): %s is not JSON; use cast(JSONB)"
                    .formatted(Description.of(expression.node()), expression.type()));
        }
        return new JsonExpression(expression.node(), expression.type());
    }

    /** The value under a key of an object; NULL where there is none. */
    public JsonExpression get(String key) {
        return get(new Bind(require(key, "get"), TEXT));
    }

    /** The element at a place of an array, counted from zero, or from -1 at its end; NULL where there is none. */
    public JsonExpression get(int index) {
        return get(new Bind(index, INTEGER));
    }

    /** The value at the end of keys and places: {@code path("address", "lines", "0")}. */
    public JsonExpression path(String... steps) {
        return new JsonExpression(infix(Operator.JSON_PATH, node, texts(List.of(steps))), type);
    }

    /** A string without its quotes, anything else as it is written; NULL for the null of JSON. */
    public Expression<String> asText() {
        if (node instanceof Infix infix && infix.operator() == Operator.JSON_GET) {
            List<Expr> operands = infix.operands();
            int last = operands.size() - 1;
            Expr before =
                    last == 1 ? operands.get(0) : new Infix(Operator.JSON_GET, Chain.copyOf(operands.subList(0, last)));
            return new Typed<>(infix(Operator.JSON_GET_TEXT, before, operands.get(last)), TEXT);
        }
        if (node instanceof Infix infix && infix.operator() == Operator.JSON_PATH) {
            return new Typed<>(new Infix(Operator.JSON_PATH_TEXT, infix.operands()), TEXT);
        }
        return new Typed<>(infix(Operator.JSON_PATH_TEXT, node, texts(List.of())), TEXT);
    }

    /** Its text, converted in the database: {@code get("pages").as(INTEGER)}. */
    public <U> Expression<U> as(SqlType<U> type) {
        return asText().cast(type);
    }

    /** Whether every key, value and element of the other is in this, at its place. */
    public Condition contains(Json other) {
        return test(Operator.JSON_CONTAINS, bind(other, "contains"), "contains");
    }

    public Condition contains(Expression<Json> other) {
        return test(Operator.JSON_CONTAINS, other.node(), "contains");
    }

    /** Whether every key, value and element of this is in the other. */
    public Condition containedIn(Json other) {
        return test(Operator.JSON_CONTAINED, bind(other, "containedIn"), "containedIn");
    }

    public Condition containedIn(Expression<Json> other) {
        return test(Operator.JSON_CONTAINED, other.node(), "containedIn");
    }

    /** Whether an object has this key, or an array this string. */
    public Condition hasKey(String key) {
        return test(Operator.JSON_HAS_KEY, new Bind(require(key, "hasKey"), TEXT), "hasKey");
    }

    public Condition hasAnyKey(Collection<String> keys) {
        return test(Operator.JSON_HAS_ANY, texts(keys), "hasAnyKey");
    }

    public Condition hasAllKeys(Collection<String> keys) {
        return test(Operator.JSON_HAS_ALL, texts(keys), "hasAllKeys");
    }

    /** Whether a path of SQL/JSON finds something: {@code $.awards[*] ? (@.year > 2000)}. */
    public Condition pathExists(String jsonPath) {
        return test(Operator.JSON_PATH_EXISTS, new Bind(require(jsonPath, "pathExists"), TEXT), "pathExists");
    }

    /** Two objects in one, in which the other's values win; two arrays one after the other. */
    public JsonExpression concat(Json other) {
        return changed(Operator.JSON_CONCAT, bind(other, "concat"), "concat");
    }

    public JsonExpression concat(Expression<Json> other) {
        return changed(Operator.JSON_CONCAT, other.node(), "concat");
    }

    /** Without a key of the object, or without this string in the array. */
    public JsonExpression remove(String key) {
        return changed(Operator.JSON_REMOVE, new Bind(require(key, "remove"), TEXT), "remove");
    }

    /** Without the element at this place. */
    public JsonExpression remove(int index) {
        return changed(Operator.JSON_REMOVE, new Bind(index, INTEGER), "remove");
    }

    /** Without what stands at the end of these steps. */
    public JsonExpression removePath(String... steps) {
        return changed(Operator.JSON_REMOVE_PATH, texts(List.of(steps)), "removePath");
    }

    /** With another value at the end of these steps; the last of them is added where it is missing. */
    public JsonExpression set(Json value, String... steps) {
        requireBinary("set");
        return call("jsonb_set", node, texts(List.of(steps)), bind(value, "set"));
    }

    /** How many elements an array has; anything but an array is an error of the database. */
    public Expression<Integer> arrayLength() {
        return new Typed<>(
                function(type.kind() == Kind.JSON ? "json_array_length" : "jsonb_array_length", node), INTEGER);
    }

    private JsonExpression get(Bind step) {
        Chain<Expr> operands = node instanceof Infix infix && infix.operator() == Operator.JSON_GET
                ? infix.operands()
                : Chain.of(node);
        return new JsonExpression(new Infix(Operator.JSON_GET, operands.plus(step)), type);
    }

    private Condition test(Operator operator, Expr other, String method) {
        requireBinary(method);
        return new Condition(infix(operator, node, other));
    }

    private JsonExpression changed(Operator operator, Expr other, String method) {
        requireBinary(method);
        return new JsonExpression(infix(operator, node, other), type);
    }

    private JsonExpression call(String name, Expr... arguments) {
        return new JsonExpression(function(name, arguments), JSONB);
    }

    private static Function function(String name, Expr... arguments) {
        return new Function(FunctionName.common(name), List.of(arguments));
    }

    private static Infix infix(Operator operator, Expr left, Expr right) {
        return new Infix(operator, Chain.of(left, right));
    }

    /** {@code json} keeps the text as it came and can only be read. */
    private void requireBinary(String method) {
        if (type.kind() == Kind.JSON) {
            throw new StatementException("json(%s).%s(…): the type json can only be read; use cast(JSONB)"
                    .formatted(Description.of(node), method));
        }
    }

    private static Bind bind(Json value, String method) {
        return new Bind(require(value, method), JSONB);
    }

    private static Bind texts(Collection<String> texts) {
        return new Bind(List.copyOf(texts), TEXTS);
    }

    private static <V> V require(V value, String method) {
        return Objects.requireNonNull(value, () -> "json(…)." + method + "(null)");
    }
}
