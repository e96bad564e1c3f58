package io.sluice.dialect.mariadb;

import io.sluice.dialect.Dialect;
import io.sluice.dialect.SqlWriter;
import io.sluice.dialect.StatementCompiler;
import io.sluice.sql.tree.Atom;
import io.sluice.sql.tree.Call;
import io.sluice.sql.tree.DateField;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.WindowNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where MariaDB disagrees with {@link StatementCompiler} about functions, aggregates and windows. */
abstract class MariadbCallCompiler extends StatementCompiler {

    MariadbCallCompiler(Dialect dialect, SqlWriter out) {
        super(dialect, out);
    }

    @Override
    public void visitFunction(Call.Function function) {
        String name = function.name().isCommon() ? function.name().name() : "";
        switch (name) {
            case "date_trunc" ->
                truncated(function.arguments().get(0), function.arguments().get(1));
            case "substring", "left", "right" -> {
                requireCountFromTheStart(name, function.arguments());
                super.visitFunction(function);
            }
            default -> super.visitFunction(function);
        }
    }

    /** Other databases count on to the left of the text, MariaDB from its end. */
    private void requireCountFromTheStart(String name, List<Expr> arguments) {
        int least = name.equals("substring") ? 1 : 0;
        if (arguments.get(1) instanceof Atom.Constant constant && constant.number() < least) {
            throw cannot("%s(…, %d)".formatted(name, constant.number()), "count from " + least);
        }
    }

    /** Written anew from the parts that stay. */
    private void truncated(Expr unit, Expr time) {
        DateField field = ((Atom.Word) unit).field();
        out.text("CAST(");
        switch (field) {
            case YEAR -> formatted(time, "%Y-01-01");
            case QUARTER -> {
                out.text("MAKEDATE(YEAR(");
                time.accept(this);
                out.text("), 1) + INTERVAL QUARTER(");
                time.accept(this);
                out.text(") - 1 QUARTER");
            }
            case MONTH -> formatted(time, "%Y-%m-01");
            case WEEK -> {
                out.text("DATE(");
                time.accept(this);
                out.text(") - INTERVAL WEEKDAY(");
                time.accept(this);
                out.text(") DAY");
            }
            case DAY -> formatted(time, "%Y-%m-%d");
            case HOUR -> formatted(time, "%Y-%m-%d %H:00:00");
            case MINUTE -> formatted(time, "%Y-%m-%d %H:%i:00");
            case SECOND -> formatted(time, "%Y-%m-%d %H:%i:%s");
        }
        out.text(" AS DATETIME(6))");
    }

    private void formatted(Expr time, String format) {
        out.text("DATE_FORMAT(");
        time.accept(this);
        out.text(", '").text(format).text("')");
    }

    @Override
    protected String commonFunction(String name) {
        return switch (name) {
            case "random" -> "rand";
            // a boolean is 1 or 0
            case "every" -> "min";
            case "bool_or" -> "max";
            default -> super.commonFunction(name);
        };
    }

    // ---- aggregates

    @Override
    public void visitAggregate(Call.Aggregate aggregate) {
        if (is("array_agg", aggregate)) {
            throw cannot("an aggregate as an array", "use stringAgg(…), or aggregate(\"json_arrayagg\", JSON, …)");
        }
        if (is("string_agg", aggregate)) {
            texts(aggregate);
            return;
        }
        if (aggregate.name().isCommon() && !aggregate.orderBy().isEmpty()) {
            throw cannot("an order in %s(…)".formatted(aggregate.name().name()), "leave orderBy(…) out of it");
        }
        functionName(aggregate.name());
        out.text(aggregate.isDistinct() ? "(DISTINCT " : "(");
        if (aggregate.filter() == null) {
            list(aggregate.arguments());
        } else {
            requireFilterable(aggregate);
            filtered(aggregate.arguments().get(0), aggregate.filter());
        }
        if (!aggregate.orderBy().isEmpty()) {
            out.text(" ");
            orderBy(aggregate.orderBy());
        }
        out.text(")");
    }

    private static boolean is(String name, Call.Aggregate aggregate) {
        return aggregate.name().isCommon() && aggregate.name().name().equals(name);
    }

    private void requireFilterable(Call.Aggregate aggregate) {
        if (!aggregate.name().isCommon()) {
            throw cannot(
                    "FILTER of %s".formatted(aggregate.name().name()),
                    "aggregate caseWhen(condition, value) instead, if it passes over NULL");
        }
    }

    /** All aggregates of the toolkit pass over NULL, which is what rows become that the filter leaves out. */
    private void filtered(Expr argument, @Nullable Expr condition) {
        if (condition == null) {
            argument.accept(this);
            return;
        }
        out.text("CASE WHEN ");
        condition.accept(this);
        out.text(" THEN ");
        (argument == Atom.Keyword.EVERYTHING ? new Atom.Constant(1) : argument).accept(this);
        out.text(" END");
    }

    /** A separator must be written out, and values are never: so each text brings one, and the first is taken off. */
    private void texts(Call.Aggregate aggregate) {
        requireWholeTexts();
        Expr separator = aggregate.arguments().get(1);
        out.text("SUBSTRING(GROUP_CONCAT(").text(aggregate.isDistinct() ? "DISTINCT CONCAT(" : "CONCAT(");
        separator.accept(this);
        out.text(", ");
        filtered(aggregate.arguments().get(0), aggregate.filter());
        out.text(")");
        if (!aggregate.orderBy().isEmpty()) {
            out.text(" ");
            orderBy(aggregate.orderBy());
        }
        out.text(" SEPARATOR ''), CHAR_LENGTH(");
        separator.accept(this);
        out.text(") + 1)");
    }

    /** A text beyond the session's limit is cut off with no more than a warning, so the statement brings its own limit. */
    protected void requireWholeTexts() {
        out.opening("SET STATEMENT group_concat_max_len = 4294967295 FOR ");
    }

    @Override
    public void visitOrderedSet(Call.OrderedSet orderedSet) {
        throw cannot(
                "%s(…) WITHIN GROUP".formatted(orderedSet.name().name()),
                "say MEDIAN(…) OVER (…) or PERCENTILE_CONT with template(…) over a window, or compute it in Java");
    }

    @Override
    public void visitGroupingSets(Call.GroupingSets sets) {
        throw cannot(
                "GROUPING SETS, CUBE, or ROLLUP beside other terms",
                "group by rollup(…) alone, or put a query for each set together with unionAll(…)");
    }

    // ---- windows

    @Override
    public void visitWindowed(Call.Windowed windowed) {
        if (windowed.call() instanceof Call.Aggregate aggregate && is("string_agg", aggregate)) {
            throw cannot("stringAgg(…) over a window", "aggregate in a derived table and join it");
        }
        super.visitWindowed(windowed);
    }

    @Override
    protected void frame(WindowNode.Frame frame) {
        if (frame.unit() == WindowNode.Unit.GROUPS) {
            throw cannot("a window frame in GROUPS", "use rowsBetween(…), or denseRank() in a derived table");
        }
        if (frame.exclusion() != null) {
            throw cannot("EXCLUDE in a window frame", "subtract what is to be left out");
        }
        super.frame(frame);
    }
}
