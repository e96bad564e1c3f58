package io.sluice.dialect;

import io.sluice.sql.StatementException;
import io.sluice.sql.tree.Atom;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.ExprVisitor;
import io.sluice.sql.tree.Operation;
import io.sluice.sql.tree.Operator;
import io.sluice.sql.tree.Predicate;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.QueryNode;
import io.sluice.sql.tree.SortKey;
import io.sluice.type.SqlType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Says values, conditions and operations, in the words that most databases share; {@link CallCompiler} adds calls. */
public abstract class ExpressionCompiler implements ExprVisitor {
    protected final Dialect dialect;
    protected final SqlWriter out;
    /** What is different in each set of values, while a change is said for many sets at once. */
    List<Atom.Param> sets = List.of();
    /** Whether columns are those of the table that is being defined, and stand without its name. */
    boolean namesColumnsAlone;

    protected ExpressionCompiler(Dialect dialect, SqlWriter out) {
        this.dialect = dialect;
        this.out = out;
    }

    /** A query in parentheses. */
    protected abstract void nested(QueryNode query);

    /** An error for what a database cannot say, with a way round. */
    protected final StatementException cannot(String what, String insteadDo) {
        return new StatementException("%s cannot say %s; %s".formatted(dialect.name(), what, insteadDo));
    }

    // ---- atoms

    @Override
    public void visitColumn(Atom.ColumnRef column) {
        if (column.source() != null && !namesColumnsAlone) {
            qualifier(column.source());
            out.text(".");
        }
        out.identifier(column.name());
    }

    protected final void qualifier(Qualifier qualifier) {
        out.owner(qualifier.schema(), qualifier.name());
    }

    @Override
    public void visitBind(Atom.Bind bind) {
        out.value(bind);
    }

    /** A place for a value; where a change is said for many sets of values at once, a column of these. */
    @Override
    public final void visitParam(Atom.Param param) {
        if (isColumnOfSets(param)) {
            visitColumn(Sets.column(param));
        } else {
            place(param);
        }
    }

    /** A place for a value that is given when the statement runs. */
    protected void place(Atom.Param param) {
        out.value(param);
    }

    /** Whether a change is said for many sets of values at once, so that a param is a column of them. */
    protected final boolean isColumnOfSets(Atom.Param param) {
        return sets.contains(param);
    }

    @Override
    public void visitKeyword(Atom.Keyword keyword) {
        out.text(keyword == Atom.Keyword.EVERYTHING ? "*" : keyword.name());
    }

    @Override
    public void visitConstant(Atom.Constant constant) {
        out.number(constant.number());
    }

    @Override
    public void visitWord(Atom.Word word) {
        out.text("'").text(word.field().name().toLowerCase(Locale.ROOT)).text("'");
    }

    @Override
    public void visitSearchConfiguration(Atom.SearchConfiguration configuration) {
        throw cannot("a text search", "compare with like(…), or call the database's own functions with function(…)");
    }

    @Override
    public void visitExcluded(Atom.Excluded excluded) {
        out.text("excluded.").identifier(excluded.column());
    }

    @Override
    public void visitDrawnKey(Atom.DrawnKey key) {
        throw cannot(
                "which of several rows was given which %s".formatted(key.column()),
                "tell them apart with matchedBy(…), or insert them one by one");
    }

    @Override
    public void visitTemplate(Atom.Template template) {
        for (int i = 0; i < template.gaps().size(); i++) {
            out.text(template.texts().get(i));
            operand(template.gaps().get(i), Precedence.POSTFIX);
        }
        out.text(template.texts().get(template.gaps().size()));
    }

    @Override
    public void visitNextValue(Atom.NextValue next) {
        Qualifier sequence = next.sequence();
        out.text("NEXT VALUE FOR ").qualified(sequence.schema(), sequence.name());
    }

    // ---- predicates

    @Override
    public void visitComparison(Predicate.Comparison comparison) {
        knownOperand(comparison.left(), Precedence.OTHER);
        out.text(comparison.operator().spaced());
        knownOperand(comparison.right(), Precedence.OTHER);
    }

    /** With a stack of its own instead of calls: conditions built in a loop nest thousands deep. */
    @Override
    public void visitJunction(Predicate.Junction junction) {
        Deque<Object> pending = new ArrayDeque<>();
        push(junction, pending);
        while (!pending.isEmpty()) {
            Object next = pending.pop();
            if (next instanceof Predicate.Junction nested) {
                push(nested, pending);
            } else if (next instanceof Expr term) {
                operand(term, Precedence.NOT);
            } else {
                out.text((String) next);
            }
        }
    }

    private static void push(Predicate.Junction junction, Deque<Object> pending) {
        String word = junction.isAnd() ? " AND " : " OR ";
        List<Expr> terms = junction.terms();
        for (int i = terms.size() - 1; i >= 0; i--) {
            Expr term = terms.get(i);
            // AND holds more tightly than OR, so only an OR inside an AND needs parentheses
            boolean isOrInAnd = junction.isAnd() && term instanceof Predicate.Junction nested && !nested.isAnd();
            if (isOrInAnd) {
                pending.push(")");
            }
            pending.push(term);
            if (isOrInAnd) {
                pending.push("(");
            }
            if (i > 0) {
                pending.push(word);
            }
        }
    }

    @Override
    public void visitNot(Predicate.Not not) {
        out.text("NOT ");
        operand(not.term(), Precedence.ATOM);
    }

    @Override
    public void visitBetween(Predicate.Between between) {
        knownOperand(between.tested(), Precedence.OTHER);
        out.text(between.isNegated() ? " NOT BETWEEN " : " BETWEEN ");
        knownOperand(between.low(), Precedence.OTHER);
        out.text(" AND ");
        knownOperand(between.high(), Precedence.OTHER);
    }

    /** As one array, so that the text is the same for every length. */
    @Override
    public void visitInValues(Predicate.InValues in) {
        if (out.writesLiterals()) {
            inLiterals(in);
            return;
        }
        knownOperand(in.tested(), Precedence.OTHER);
        out.text(in.isNegated() ? " <> ALL (" : " = ANY (");
        known(in.values());
        out.text(")");
    }

    /** A definition is written once, so its lists may be of any length. */
    private void inLiterals(Predicate.InValues in) {
        SqlType<?> element = Objects.requireNonNull(in.values().type().element(), "an array has elements");
        List<?> values = (List<?>) Objects.requireNonNull(in.values().value(), "a list of values is not null");
        if (values.isEmpty()) {
            visitKeyword(in.isNegated() ? Atom.Keyword.TRUE : Atom.Keyword.FALSE);
            return;
        }
        visitInList(new Predicate.InList(
                in.tested(),
                Chain.copyOf(values.stream()
                        .<Expr>map(value -> new Atom.Bind(value, element))
                        .toList()),
                in.isNegated()));
    }

    @Override
    public void visitInList(Predicate.InList in) {
        knownOperand(in.tested(), Precedence.OTHER);
        out.text(in.isNegated() ? " NOT IN (" : " IN (");
        knownList(in.list());
        out.text(")");
    }

    @Override
    public void visitInQuery(Predicate.InQuery in) {
        knownOperand(in.tested(), Precedence.OTHER);
        out.text(in.isNegated() ? " NOT IN " : " IN ");
        nested(in.query());
    }

    @Override
    public void visitLike(Predicate.Like like) {
        knownOperand(like.tested(), Precedence.OTHER);
        out.text(like.isNegated() ? " NOT" : "").text(like.ignoresCase() ? " ILIKE " : " LIKE ");
        knownOperand(like.pattern(), Precedence.OTHER);
    }

    @Override
    public void visitRegex(Predicate.Regex regex) {
        knownOperand(regex.tested(), Precedence.OTHER);
        out.text(regex.isNegated() ? " !~" : " ~").text(regex.ignoresCase() ? "* " : " ");
        knownOperand(regex.pattern(), Precedence.OTHER);
    }

    @Override
    public void visitNullTest(Predicate.NullTest test) {
        operand(test.tested(), Precedence.OTHER);
        out.text(test.isNegated() ? " IS NOT NULL" : " IS NULL");
    }

    @Override
    public void visitTruthTest(Predicate.TruthTest test) {
        operand(test.tested(), Precedence.OTHER);
        out.text(test.isNegated() ? " IS NOT " : " IS ").text(test.expected() ? "TRUE" : "FALSE");
    }

    @Override
    public void visitDistinctness(Predicate.Distinctness distinctness) {
        knownOperand(distinctness.left(), Precedence.OTHER);
        out.text(distinctness.isNegated() ? " IS NOT DISTINCT FROM " : " IS DISTINCT FROM ");
        knownOperand(distinctness.right(), Precedence.OTHER);
    }

    @Override
    public void visitExists(Predicate.Exists exists) {
        out.text("EXISTS ");
        nested(exists.query());
    }

    // ---- operations

    @Override
    public void visitInfix(Operation.Infix infix) {
        switch (infix.operator().group()) {
            case JSON, ARRAY, RANGE, SEARCH -> infixOfFew(infix);
            default -> infix(infix, infix.operator().text());
        }
    }

    /** Operators on JSON, arrays, ranges and searchable text, which most databases say in other ways or not at all. */
    protected void infixOfFew(Operation.Infix infix) {
        Operator operator = infix.operator();
        throw cannot(
                "the %s operator %s".formatted(operator.group().name().toLowerCase(Locale.ROOT), operator.text()),
                "call the database's own function with function(…), or do it in Java");
    }

    /** Operands from left to right. The first may hold as loosely as the operator itself, the others may not. */
    protected final void infix(Operation.Infix infix, String operator) {
        int own = Precedence.of(infix.operator());
        boolean isArithmetic = infix.operator().group() == Operator.Group.ARITHMETIC;
        firstOperand(infix);
        for (int i = 1; i < infix.operands().size(); i++) {
            out.text(" ").text(operator).text(" ");
            operand(infix.operands().get(i), isArithmetic ? own + 1 : Precedence.POSTFIX);
        }
    }

    protected final void firstOperand(Operation.Infix infix) {
        boolean isArithmetic = infix.operator().group() == Operator.Group.ARITHMETIC;
        operand(infix.operands().get(0), isArithmetic ? Precedence.of(infix.operator()) : Precedence.POSTFIX);
    }

    @Override
    public void visitNegation(Operation.Negation negation) {
        out.text("-");
        // two minus signs would begin a comment
        operand(negation.operand(), Precedence.POSTFIX);
    }

    @Override
    public void visitCast(Operation.Cast cast) {
        out.text("CAST(");
        cast.operand().accept(this);
        out.text(" AS ").text(castName(cast.type())).text(")");
    }

    /** What a type is called in a cast, where that differs from DDL. */
    protected String castName(SqlType<?> type) {
        return dialect.typeName(type);
    }

    @Override
    public void visitCase(Operation.Case expression) {
        out.text("CASE");
        if (expression.subject() != null) {
            out.text(" ");
            expression.subject().accept(this);
        }
        for (Operation.Case.Branch branch : expression.branches()) {
            out.text(" WHEN ");
            branch.when().accept(this);
            out.text(" THEN ");
            branch.then().accept(this);
        }
        if (expression.otherwise() != null) {
            out.text(" ELSE ");
            expression.otherwise().accept(this);
        }
        out.text(" END");
    }

    @Override
    public void visitCollate(Operation.Collate collate) {
        operand(collate.operand(), Precedence.POSTFIX);
        out.text(" COLLATE ").identifier(collate.collation());
    }

    @Override
    public void visitRowValue(Operation.RowValue row) {
        out.text("(");
        list(row.fields());
        out.text(")");
    }

    @Override
    public void visitArrayOf(Operation.ArrayOf array) {
        out.text("ARRAY[");
        list(array.elements());
        out.text("]");
    }

    @Override
    public void visitElement(Operation.Element element) {
        out.text("(");
        element.array().accept(this);
        out.text(")[");
        element.index().accept(this);
        out.text("]");
    }

    @Override
    public void visitExtract(Operation.Extract extract) {
        out.text("EXTRACT(").text(extract.field().name()).text(" FROM ");
        extract.from().accept(this);
        out.text(")");
    }

    @Override
    public void visitAtZone(Operation.AtZone atZone) {
        operand(atZone.operand(), Precedence.POSTFIX);
        out.text(" AT TIME ZONE ");
        operand(atZone.zone(), Precedence.ATOM);
    }

    // ---- what several of them use

    /** An expression where one is needed that holds at least so tightly. */
    protected final void operand(Expr expression, int least) {
        if (Precedence.of(expression) >= least) {
            expression.accept(this);
            return;
        }
        out.text("(");
        expression.accept(this);
        out.text(")");
    }

    /** An operand of an operator that only this database has, in parentheses unless nothing could pull it apart. */
    protected final void tightOperand(Expr expression) {
        operand(expression, Precedence.POSTFIX);
    }

    protected final void list(List<? extends Expr> expressions) {
        for (int i = 0; i < expressions.size(); i++) {
            if (i > 0) {
                out.text(", ");
            }
            expressions.get(i).accept(this);
        }
    }

    /**
     * An expression whose place says its type: the cell of a column, the other side of a comparison. A database that
     * must be told the type of a value elsewhere need not be told it here.
     */
    protected void known(Expr expression) {
        expression.accept(this);
    }

    protected final void knownList(List<? extends Expr> expressions) {
        for (int i = 0; i < expressions.size(); i++) {
            if (i > 0) {
                out.text(", ");
            }
            known(expressions.get(i));
        }
    }

    /** As {@link #operand}, for one that is {@link #known}. */
    protected final void knownOperand(Expr expression, int least) {
        if (Precedence.of(expression) >= least) {
            known(expression);
        } else {
            operand(expression, least);
        }
    }

    protected final void orderBy(List<SortKey> keys) {
        out.text("ORDER BY ");
        for (int i = 0; i < keys.size(); i++) {
            if (i > 0) {
                out.text(", ");
            }
            sortKey(keys.get(i));
        }
    }

    protected void sortKey(SortKey key) {
        key.by().accept(this);
        out.text(key.isDescending() ? " DESC" : "");
        if (key.nullsFirst() != null) {
            out.text(key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
        }
    }
}
