package io.sluice.dialect.h2;

import io.sluice.dialect.SqlWriter;
import io.sluice.dialect.StatementCompiler;
import io.sluice.dialect.StoredValues;
import io.sluice.sql.tree.Atom;
import io.sluice.sql.tree.Call;
import io.sluice.sql.tree.DateField;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Operation;
import io.sluice.sql.tree.Operator;
import io.sluice.sql.tree.Predicate;
import io.sluice.sql.tree.Supplied;
import io.sluice.type.Family;
import io.sluice.type.Interval;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Where H2's expressions differ: first of all, that it must be told the type of a value whose place does not say it. */
abstract class H2ExpressionCompiler extends StatementCompiler {
    private static final int LONGEST_ARRAY = 65_536;

    H2ExpressionCompiler(H2Dialect dialect, SqlWriter out) {
        super(dialect, out);
    }

    // ---- values

    @Override
    public void visitBind(Atom.Bind bind) {
        if (bind.value() != null
                && !(bind.value() instanceof Supplied)
                && bind.type().kind() == Kind.NUMERIC
                && ((BigDecimal) StoredValues.of(bind.type(), bind.value())).precision() > H2Dialect.DIGITS) {
            throw cannot(
                    "a calculation with a number of more than " + H2Dialect.DIGITS + " digits", "round it in Java");
        }
        String type = valueType(bind.type());
        String text = textOf(bind.type());
        out.text(text.isEmpty() ? "CAST(" : "CAST(CAST(")
                .value(bind)
                .text(text)
                .text(asType(bind.type()))
                .text(type)
                .text(")");
    }

    @Override
    protected void place(Atom.Param param) {
        String type = valueType(param.type());
        String text = textOf(param.type());
        out.text(text.isEmpty() ? "CAST(" : "CAST(CAST(")
                .value(param)
                .text(text)
                .text(asType(param.type()))
                .text(type)
                .text(")");
    }

    @Override
    protected void known(Expr expression) {
        if (expression instanceof Atom.Bind bind && isTakenBare(bind.type())) {
            out.value(bind);
        } else if (expression instanceof Atom.Param param && !isColumnOfSets(param) && isTakenBare(param.type())) {
            out.value(param);
        } else if (expression instanceof Operation.RowValue row) {
            out.text("(");
            knownList(row.fields());
            out.text(")");
        } else {
            super.known(expression);
        }
    }

    /** JSON would be taken for a string that holds JSON, the driver's long texts for no label, and the others are not known at all. */
    private static boolean isTakenBare(SqlType<?> type) {
        return switch (type.family()) {
            case JSON, ENUM, RANGE, SEARCH, INTERVAL -> false;
            case ARRAY -> elementOf(type).kind() != Kind.NUMERIC && isTakenBare(elementOf(type));
            default -> type.kind() != Kind.INET;
        };
    }

    /** Without a length or scale, by which a cast would cut the value. */
    private String valueType(SqlType<?> type) {
        return switch (type.kind()) {
            case CHAR, VARCHAR, ENUM -> "varchar";
            case NUMERIC -> dialect.typeName(SqlTypes.NUMERIC);
            case ARRAY -> {
                if (elementOf(type).family() == Family.JSON) {
                    throw cannot("an array of JSON as a value", "bind one JSON value that holds an array");
                }
                yield valueType(elementOf(type)) + " array";
            }
            default -> dialect.typeName(type);
        };
    }

    /** Exact numbers of an array travel as texts, which the driver makes into another type than short ones. */
    private static String textOf(SqlType<?> type) {
        SqlType<?> element = type;
        var arrays = new StringBuilder();
        while (element.kind() == Kind.ARRAY) {
            element = elementOf(element);
            arrays.append(" array");
        }
        return element.kind() == Kind.NUMERIC && !arrays.isEmpty() ? " AS varchar" + arrays + ")" : "";
    }

    private static SqlType<?> elementOf(SqlType<?> array) {
        return Objects.requireNonNull(array.element(), "an array has elements");
    }

    private static String asType(SqlType<?> type) {
        return type.family() == Family.JSON ? " FORMAT JSON AS " : " AS ";
    }

    @Override
    public void visitCast(Operation.Cast cast) {
        out.text("CAST(");
        cast.operand().accept(this);
        out.text(asType(cast.type())).text(castName(cast.type())).text(")");
    }

    // ---- predicates

    /** As one array, or as several where the list is longer than an array of H2 may be. */
    @Override
    public void visitInValues(Predicate.InValues in) {
        if (out.writesLiterals() || !(in.values().value() instanceof List<?> list) || list.size() <= LONGEST_ARRAY) {
            super.visitInValues(in);
            return;
        }
        for (int from = 0; from < list.size(); from += LONGEST_ARRAY) {
            out.text(from == 0 ? "(" : in.isNegated() ? " AND " : " OR ");
            List<?> part = list.subList(from, Math.min(from + LONGEST_ARRAY, list.size()));
            super.visitInValues(new Predicate.InValues(
                    in.tested(), new Atom.Bind(part, in.values().type()), in.isNegated()));
        }
        out.text(")");
    }

    @Override
    public void visitRegex(Predicate.Regex regex) {
        out.text(regex.isNegated() ? "NOT " : "").text("REGEXP_LIKE(");
        knownList(List.of(regex.tested(), regex.pattern()));
        out.text(regex.ignoresCase() ? ", 'i')" : ")");
    }

    @Override
    public void visitCollate(Operation.Collate collate) {
        throw cannot("COLLATE", "sort by upper(…) or lower(…), or set the collation of the database");
    }

    // ---- operations

    @Override
    public void visitInfix(Operation.Infix infix) {
        if (infix.operands().get(infix.operands().size() - 1) instanceof Atom.Bind bind
                && bind.value() instanceof Interval) {
            shifted(infix.operands(), infix.operator() == Operator.MINUS);
        } else {
            super.visitInfix(infix);
        }
    }

    @Override
    protected void infixOfFew(Operation.Infix infix) {
        if (infix.operator() == Operator.ARRAY_CONCAT) {
            infix(infix, infix.operator().text());
        } else {
            super.infixOfFew(infix);
        }
    }

    /** By DATEADD, in the order that SQL gives the parts, because H2 drops the hours it adds to a date. */
    private void shifted(List<Expr> operands, boolean isBackwards) {
        int last = operands.size() - 1;
        if (last == 0) {
            operands.get(0).accept(this);
            return;
        }
        if (!(operands.get(last) instanceof Atom.Bind bind && bind.value() instanceof Interval interval)) {
            throw cannot("an interval that is not a value", "add intervals one by one with plusInterval(…)");
        }
        int sign = isBackwards ? -1 : 1;
        boolean[] adds = {
            add("MICROSECOND", Math.multiplyExact(interval.microseconds(), sign)),
            add("DAY", (long) interval.days() * sign),
            add("MONTH", (long) interval.months() * sign)
        };
        shifted(operands.subList(0, last), isBackwards);
        for (boolean added : adds) {
            out.text(added ? ")" : "");
        }
    }

    private boolean add(String unit, long amount) {
        if (amount == 0) {
            return false;
        }
        out.text("DATEADD(").text(unit).text(", ");
        visitBind(new Atom.Bind(amount, SqlTypes.BIGINT));
        out.text(", ");
        return true;
    }

    /** H2 fails beyond the ends of an array, where others give NULL. */
    @Override
    public void visitElement(Operation.Element element) {
        out.text("CASE WHEN ");
        element.index().accept(this);
        out.text(" BETWEEN 1 AND CARDINALITY(");
        element.array().accept(this);
        out.text(") THEN ");
        super.visitElement(element);
        out.text(" END");
    }

    /** Weeks by ISO 8601, since those of H2 depend on the locale. */
    @Override
    public void visitExtract(Operation.Extract extract) {
        out.text("EXTRACT(")
                .text(
                        extract.field() == DateField.WEEK
                                ? "ISO_WEEK"
                                : extract.field().name());
        out.text(" FROM ");
        extract.from().accept(this);
        out.text(")");
    }

    @Override
    public void visitWord(Atom.Word word) {
        String name = word.field().name().toLowerCase(Locale.ROOT);
        out.text("'").text(word.field() == DateField.WEEK ? "iso_week" : name).text("'");
    }

    /** By way of text, since H2's AT TIME ZONE keeps the zone and a cast goes by the session's. */
    @Override
    public void visitAtZone(Operation.AtZone atZone) {
        out.text("CAST(FORMATDATETIME(");
        atZone.operand().accept(this);
        out.text(", 'uuuu-MM-dd HH:mm:ss.SSSSSS', 'en', ");
        atZone.zone().accept(this);
        out.text(") AS timestamp(6))");
    }

    // ---- calls

    @Override
    public void visitFunction(Call.Function function) {
        String name = function.name().name();
        if (function.name().isCommon() && (name.equals("left") || name.equals("right") || name.equals("substring"))) {
            int least = name.equals("substring") ? 1 : 0;
            if (function.arguments().get(1) instanceof Atom.Constant place && place.number() < least) {
                throw cannot(
                        "%s(…, %d) as other databases do".formatted(name, place.number()),
                        "count from the beginning of the text, with substring(…) or left(…)");
            }
        }
        super.visitFunction(function);
    }

    @Override
    protected String commonFunction(String name) {
        return switch (name) {
            case "random" -> "rand";
            case "array_remove", "jsonb_set", "json_array_length", "jsonb_array_length" ->
                throw cannot("the function " + name, "read the value and do it in Java");
            default -> super.commonFunction(name);
        };
    }

    /** A separator in a cast would be lost: H2 looks at it before it has the value. */
    @Override
    protected void arguments(Call.Aggregate aggregate) {
        if (aggregate.name().isCommon() && aggregate.name().name().equals("string_agg")) {
            aggregate.arguments().get(0).accept(this);
            out.text(", ");
            known(aggregate.arguments().get(1));
        } else {
            super.arguments(aggregate);
        }
    }

    @Override
    public void visitGroupingSets(Call.GroupingSets sets) {
        throw cannot(
                sets.kind().name().replace('_', ' '), "join one grouped query for each set of groups by unionAll(…)");
    }
}
