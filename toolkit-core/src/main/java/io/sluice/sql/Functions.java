package io.sluice.sql;

import static io.sluice.type.SqlTypes.DOUBLE;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TEXT;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Atom.Constant;
import io.sluice.sql.tree.Atom.Keyword;
import io.sluice.sql.tree.Atom.Word;
import io.sluice.sql.tree.Call.Function;
import io.sluice.sql.tree.DateField;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FunctionName;
import io.sluice.sql.tree.Operation.AtZone;
import io.sluice.sql.tree.Operation.Extract;
import io.sluice.type.Family;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Functions that every database has, whatever it calls them, and any other by its name; made for a static import. */
public final class Functions {
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*(\\.[\\p{L}_][\\p{L}\\p{N}_$]*){0,2}");

    private Functions() {}

    /**
     * Any function of the database.
     *
     * <pre>{@code
     * function("similarity", REAL, BOOK.title, value("sluice"))
     * }</pre>
     */
    public static <T> Expression<T> function(String name, SqlType<T> type, Operand<?>... arguments) {
        return new Typed<>(new Function(FunctionName.verbatim(name(name)), nodes(arguments)), type);
    }

    /** The first that is not NULL. */
    public static <T> Expression<T> coalesce(Expression<T> first, T otherwise) {
        T present = Values.present(
                otherwise,
                "coalesce(%s, …): the other value".formatted(Description.of(first.node())),
                "it would change nothing, so leave coalesce out");
        return call("coalesce", first.type(), first.node(), Values.bind(first, present, "coalesce"));
    }

    @SafeVarargs
    public static <T> Expression<T> coalesce(Expression<T> first, Operand<T>... others) {
        return new Typed<>(new Function(FunctionName.common("coalesce"), nodes(first, others)), first.type());
    }

    /** NULL where both are equal, else the first. */
    public static <T> Expression<T> nullIf(Expression<T> expression, T value) {
        return call("nullif", expression.type(), expression.node(), Values.bind(expression, value, "nullIf"));
    }

    /** The largest of them. Databases differ where one is NULL: PostgreSQL passes it over, H2 and MariaDB give NULL. */
    @SafeVarargs
    public static <T> Expression<T> greatest(Expression<T> first, Operand<T>... others) {
        return new Typed<>(new Function(FunctionName.common("greatest"), nodes(first, others)), first.type());
    }

    /** The smallest of them; as to NULL, see {@link #greatest}. */
    @SafeVarargs
    public static <T> Expression<T> least(Expression<T> first, Operand<T>... others) {
        return new Typed<>(new Function(FunctionName.common("least"), nodes(first, others)), first.type());
    }

    public static Expression<String> lower(Expression<String> text) {
        return call("lower", TEXT, text.node());
    }

    public static Expression<String> upper(Expression<String> text) {
        return call("upper", TEXT, text.node());
    }

    public static Expression<String> trim(Expression<String> text) {
        return call("trim", TEXT, text.node());
    }

    public static Expression<String> ltrim(Expression<String> text) {
        return call("ltrim", TEXT, text.node());
    }

    public static Expression<String> rtrim(Expression<String> text) {
        return call("rtrim", TEXT, text.node());
    }

    /** The number of characters. */
    public static Expression<Integer> length(Expression<String> text) {
        return call("char_length", INTEGER, text.node());
    }

    /** From a position on, counted from one. */
    public static Expression<String> substring(Expression<String> text, int from) {
        return call("substring", TEXT, text.node(), new Constant(from));
    }

    public static Expression<String> substring(Expression<String> text, int from, int length) {
        if (length < 0) {
            throw new StatementException("substring(…): a length of %d is negative; pass 0 or more".formatted(length));
        }
        return call("substring", TEXT, text.node(), new Constant(from), new Constant(length));
    }

    public static Expression<String> left(Expression<String> text, int length) {
        return call("left", TEXT, text.node(), new Constant(length));
    }

    public static Expression<String> right(Expression<String> text, int length) {
        return call("right", TEXT, text.node(), new Constant(length));
    }

    /** Every occurrence of one text replaced by another. */
    public static Expression<String> replace(Expression<String> text, String from, String to) {
        Values.present(from, "replace(…): the text to look for", "with it the result is always NULL");
        Values.present(to, "replace(…): the text to put in", "pass an empty one to remove what is found");
        return call("replace", TEXT, text.node(), new Bind(from, TEXT), new Bind(to, TEXT));
    }

    /** Where a text begins in another, counted from one; 0 where it does not. */
    public static Expression<Integer> position(String wanted, Expression<String> text) {
        Values.present(wanted, "position(…): the text to look for", "with it the result is always NULL");
        return call("position", INTEGER, new Bind(wanted, TEXT), text.node());
    }

    public static <N extends Number> Expression<N> abs(Expression<N> number) {
        return call("abs", number.type(), number.node());
    }

    public static <N extends Number> Expression<N> ceil(Expression<N> number) {
        return call("ceil", number.type(), number.node());
    }

    public static <N extends Number> Expression<N> floor(Expression<N> number) {
        return call("floor", number.type(), number.node());
    }

    public static <N extends Number> Expression<N> round(Expression<N> number) {
        return call("round", number.type(), number.node());
    }

    /** Rounded to so many digits after the point. PostgreSQL does this for {@code NUMERIC} alone: cast others to it. */
    public static <N extends Number> Expression<N> round(Expression<N> number, int digits) {
        return call("round", number.type(), number.node(), new Constant(digits));
    }

    public static <N extends Number> Expression<Integer> sign(Expression<N> number) {
        return new Typed<>(new Function(FunctionName.common("sign"), List.of(number.node())), number.type())
                .cast(INTEGER);
    }

    public static <N extends Number> Expression<Double> power(Expression<N> base, double exponent) {
        return call("power", DOUBLE, base.cast(DOUBLE).node(), new Bind(exponent, DOUBLE));
    }

    public static <N extends Number> Expression<Double> sqrt(Expression<N> number) {
        return call("sqrt", DOUBLE, number.cast(DOUBLE).node());
    }

    /** The natural logarithm. */
    public static <N extends Number> Expression<Double> ln(Expression<N> number) {
        return call("ln", DOUBLE, number.cast(DOUBLE).node());
    }

    public static <N extends Number> Expression<Double> exp(Expression<N> number) {
        return call("exp", DOUBLE, number.cast(DOUBLE).node());
    }

    /** A number from 0 up to but not with 1, another one for each row. */
    public static Expression<Double> random() {
        return call("random", DOUBLE);
    }

    /** When the transaction began. */
    public static Expression<Instant> now() {
        return new Typed<>(Keyword.CURRENT_TIMESTAMP, SqlTypes.TIMESTAMPTZ);
    }

    public static Expression<LocalDate> currentDate() {
        return new Typed<>(Keyword.CURRENT_DATE, SqlTypes.DATE);
    }

    /** The date and time of the session's time zone. */
    public static Expression<LocalDateTime> localTimestamp() {
        return new Typed<>(Keyword.LOCALTIMESTAMP, SqlTypes.TIMESTAMP);
    }

    /** A part of a date or time, as a whole number. */
    public static Expression<Integer> extract(DateField field, Expression<?> from) {
        requireTime("extract", field, from);
        return new Typed<>(new Extract(field, from.node()), INTEGER).cast(INTEGER);
    }

    /** Cut down to the beginning of a year, month, day, …. */
    public static <T> Expression<T> dateTrunc(DateField field, Expression<T> time) {
        requireTime("dateTrunc", field, time);
        return call("date_trunc", time.type(), new Word(field), time.node());
    }

    /** What clocks in a time zone show at that instant. */
    public static Expression<LocalDateTime> atTimeZone(Expression<Instant> instant, String zone) {
        return new Typed<>(new AtZone(instant.node(), new Bind(zone, TEXT)), SqlTypes.TIMESTAMP);
    }

    private static void requireTime(String function, DateField field, Expression<?> time) {
        if (time.type().family() != Family.TEMPORAL && time.type().family() != Family.INTERVAL) {
            throw new StatementException("%s(%s, %s): %s is not a date or time; cast it to one"
                    .formatted(function, field, Description.of(time.node()), time.type()));
        }
    }

    static String name(String name) {
        if (!NAME.matcher(Names.require(name, "a function's name")).matches()) {
            throw new StatementException(
                    "\"%s\" is not a function's name; it may have letters, digits and _, and a schema before a dot"
                            .formatted(name));
        }
        return name;
    }

    static List<Expr> nodes(Operand<?>... operands) {
        return Arrays.stream(operands).map(Operand::node).toList();
    }

    private static List<Expr> nodes(Expression<?> first, Operand<?>... others) {
        return Stream.concat(Stream.of(first.node()), Arrays.stream(others).map(Operand::node))
                .toList();
    }

    private static <T> Expression<T> call(String name, SqlType<T> type, Expr... arguments) {
        return new Typed<>(new Function(FunctionName.common(name), List.of(arguments)), type);
    }
}
