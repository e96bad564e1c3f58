package io.sluice.dialect;

import io.sluice.sql.tree.Call;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FunctionName;
import io.sluice.sql.tree.Nested;
import io.sluice.sql.tree.WindowNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says functions, aggregates, windows and nested queries; {@link StatementCompiler} adds the statements around them. */
public abstract class CallCompiler extends ExpressionCompiler {

    protected CallCompiler(Dialect dialect, SqlWriter out) {
        super(dialect, out);
    }

    // ---- calls

    @Override
    public void visitFunction(Call.Function function) {
        if (function.name().isCommon() && function.name().name().equals("position")) {
            position(function.arguments().get(0), function.arguments().get(1));
            return;
        }
        call(function.name(), function.arguments());
    }

    protected void position(Expr wanted, Expr text) {
        out.text("POSITION(");
        operand(wanted, Precedence.POSTFIX);
        out.text(" IN ");
        operand(text, Precedence.POSTFIX);
        out.text(")");
    }

    protected final void call(FunctionName name, List<Expr> arguments) {
        functionName(name);
        out.text("(");
        list(arguments);
        out.text(")");
    }

    protected final void functionName(FunctionName name) {
        if (name.isCommon()) {
            out.text(commonFunction(name.name()));
            return;
        }
        // a name was checked to be letters and dots; what is reserved or has capitals is quoted part by part
        String rest = name.name();
        for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
            out.identifier(rest.substring(0, dot)).text(".");
            rest = rest.substring(dot + 1);
        }
        verbatimFunction(rest);
    }

    /** Databases keep many functions under reserved words, so a plain name stays bare; any other is quoted as all names are. */
    private void verbatimFunction(String name) {
        if (dialect.isPlain(name)) {
            out.text(name);
        } else {
            out.identifier(name);
        }
    }

    /** What this database calls a function that the toolkit offers. */
    protected String commonFunction(String name) {
        return name.equals("every") ? "bool_and" : name;
    }

    @Override
    public void visitAggregate(Call.Aggregate aggregate) {
        functionName(aggregate.name());
        out.text(aggregate.isDistinct() ? "(DISTINCT " : "(");
        arguments(aggregate);
        if (!aggregate.orderBy().isEmpty()) {
            out.text(" ");
            orderBy(aggregate.orderBy());
        }
        out.text(")");
        filter(aggregate.filter());
    }

    protected void arguments(Call.Aggregate aggregate) {
        list(aggregate.arguments());
    }

    @Override
    public void visitOrderedSet(Call.OrderedSet orderedSet) {
        call(orderedSet.name(), orderedSet.arguments());
        out.text(" WITHIN GROUP (");
        orderBy(List.of(orderedSet.withinGroup()));
        out.text(")");
        filter(orderedSet.filter());
    }

    protected final void filter(@Nullable Expr condition) {
        if (condition != null) {
            out.text(" FILTER (WHERE ");
            condition.accept(this);
            out.text(")");
        }
    }

    @Override
    public void visitWindowed(Call.Windowed windowed) {
        windowed.call().accept(this);
        out.text(" OVER ");
        if (windowed.windowName() != null) {
            out.identifier(windowed.windowName());
        } else if (windowed.window() != null) {
            window(windowed.window());
        }
    }

    protected void window(WindowNode window) {
        out.text("(");
        String space = "";
        if (!window.partitionBy().isEmpty()) {
            out.text("PARTITION BY ");
            list(window.partitionBy());
            space = " ";
        }
        if (!window.orderBy().isEmpty()) {
            out.text(space);
            orderBy(window.orderBy());
            space = " ";
        }
        if (window.frame() != null) {
            out.text(space);
            frame(window.frame());
        }
        out.text(")");
    }

    protected void frame(WindowNode.Frame frame) {
        out.text(frame.unit().name()).text(" BETWEEN ");
        bound(frame.from());
        out.text(" AND ");
        bound(frame.to());
        if (frame.exclusion() != null) {
            out.text(" EXCLUDE ").text(frame.exclusion().text());
        }
    }

    private void bound(WindowNode.Bound bound) {
        if (bound.offset() != null) {
            bound.offset().accept(this);
            out.text(" ");
        }
        out.text(bound.edge().text());
    }

    @Override
    public void visitGroupingSets(Call.GroupingSets sets) {
        out.text(
                        sets.kind() == Call.GroupingSets.Kind.GROUPING_SETS
                                ? "GROUPING SETS"
                                : sets.kind().name())
                .text(" (");
        String separator = "";
        for (List<Expr> set : sets.sets()) {
            out.text(separator);
            separator = ", ";
            if (set.size() == 1) {
                set.get(0).accept(this);
            } else {
                out.text("(");
                list(set);
                out.text(")");
            }
        }
        out.text(")");
    }

    // ---- nested queries

    @Override
    public void visitScalar(Nested.Scalar scalar) {
        nested(scalar.query());
    }

    @Override
    public void visitQuantifiedQuery(Nested.QuantifiedQuery quantified) {
        out.text(quantified.isAll() ? "ALL " : "ANY ");
        nested(quantified.query());
    }

    @Override
    public void visitQuantifiedArray(Nested.QuantifiedArray quantified) {
        out.text(quantified.isAll() ? "ALL (" : "ANY (");
        quantified.array().accept(this);
        out.text(")");
    }

    @Override
    public void visitMultiset(Nested.Multiset multiset) {
        throw cannot("a nested collection", "load it with a query of its own");
    }

    @Override
    public void visitArrayQuery(Nested.ArrayQuery query) {
        out.text("ARRAY");
        nested(query.query());
    }
}
