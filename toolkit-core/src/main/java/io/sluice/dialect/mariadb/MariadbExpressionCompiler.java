package io.sluice.dialect.mariadb;

import io.sluice.dialect.Dialect;
import io.sluice.dialect.SqlWriter;
import io.sluice.dialect.StoredValues;
import io.sluice.sql.tree.Atom;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.CompoundNode;
import io.sluice.sql.tree.DateField;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Nested;
import io.sluice.sql.tree.Operation;
import io.sluice.sql.tree.Operator;
import io.sluice.sql.tree.Predicate;
import io.sluice.sql.tree.QueryNode;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.SortKey;
import io.sluice.sql.tree.Tail;
import io.sluice.type.Family;
import io.sluice.type.Interval;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Where MariaDB disagrees with {@link io.sluice.dialect.StatementCompiler} about values, conditions and operators. */
abstract class MariadbExpressionCompiler extends MariadbCallCompiler {

    /** Characters of up to four bytes that stay below 65,536 bytes. */
    private static final int SHORT_FOR_SURE = 16_384;

    MariadbExpressionCompiler(Dialect dialect, SqlWriter out) {
        super(dialect, out);
    }

    // ---- values

    @Override
    public void visitBind(Atom.Bind bind) {
        requireSayable(bind.type());
        if (isLong(bind)) {
            out.text("CAST(").value(bind).text(bind.type().family() == Family.BINARY ? " AS BINARY)" : " AS CHAR)");
        } else {
            super.visitBind(bind);
        }
    }

    @Override
    protected void known(Expr expression) {
        if (expression instanceof Atom.Bind bind && isLong(bind)) {
            out.value(bind);
        } else {
            super.known(expression);
        }
    }

    /** A UNION of bare values forgets all of a length but its last 16 bits, and cuts the text to that. */
    private static boolean isLong(Atom.Bind bind) {
        return switch (bind.type().family()) {
            case TEXT, JSON, BINARY -> bind.value() != null && lengthOf(bind) >= SHORT_FOR_SURE;
            default -> false;
        };
    }

    private static int lengthOf(Atom.Bind bind) {
        Object stored = StoredValues.of(bind.type(), Objects.requireNonNull(bind.value(), "looked at before"));
        return stored instanceof byte[] bytes ? bytes.length : stored.toString().length();
    }

    @Override
    protected void place(Atom.Param param) {
        requireSayable(param.type());
        super.place(param);
    }

    private void requireSayable(SqlType<?> type) {
        switch (type.family()) {
            case INTERVAL, ARRAY, RANGE, SEARCH ->
                throw cannot("a value of type " + type, MariadbDialect.wayRound(type.kind()));
            default -> {}
        }
    }

    /** Times without digits for fractions would be cut to seconds. */
    @Override
    public void visitKeyword(Atom.Keyword keyword) {
        super.visitKeyword(keyword);
        switch (keyword) {
            case CURRENT_TIME, CURRENT_TIMESTAMP, LOCALTIMESTAMP -> out.text("(6)");
            default -> {}
        }
    }

    // ---- predicates

    @Override
    public void visitInValues(Predicate.InValues in) {
        if (out.writesLiterals()) {
            super.visitInValues(in);
            return;
        }
        ValueList list = ValueList.of(in.values());
        if (list.isEmpty()) {
            visitKeyword(in.isNegated() ? Atom.Keyword.TRUE : Atom.Keyword.FALSE);
            return;
        }
        tightOperand(in.tested());
        out.text(in.isNegated() ? " NOT IN (" : " IN (");
        if (list.travelsAsJson()) {
            out.text("SELECT item FROM JSON_TABLE(").value(list.json());
            out.text(", '$[*]' COLUMNS (item ").text(list.typeInJson()).text(" PATH '$')) AS items");
        } else {
            list(list.padded());
        }
        out.text(")");
    }

    @Override
    public void visitInQuery(Predicate.InQuery in) {
        tightOperand(in.tested());
        out.text(in.isNegated() ? " NOT IN " : " IN ");
        tested(in.query());
    }

    @Override
    public void visitQuantifiedQuery(Nested.QuantifiedQuery quantified) {
        out.text(quantified.isAll() ? "ALL " : "ANY ");
        tested(quantified.query());
    }

    /** A query to compare with may have LIMIT only one level deeper. */
    private void tested(QueryNode query) {
        Tail tail = query instanceof SelectNode select
                ? select.tail()
                : query instanceof CompoundNode compound ? compound.tail() : Tail.NONE;
        if (tail.limit() == null && tail.offset() == null) {
            nested(query);
            return;
        }
        out.text("(SELECT * FROM ");
        nested(query);
        out.text(" AS limited)");
    }

    @Override
    public void visitLike(Predicate.Like like) {
        if (!like.ignoresCase()) {
            super.visitLike(like);
            return;
        }
        lower(like.tested());
        out.text(like.isNegated() ? " NOT LIKE " : " LIKE ");
        lower(like.pattern());
    }

    private void lower(Expr text) {
        out.text("LOWER(");
        text.accept(this);
        out.text(")");
    }

    /** Says in the pattern whether letters' size counts, which else the column's collation decides. */
    @Override
    public void visitRegex(Predicate.Regex regex) {
        tightOperand(regex.tested());
        out.text(regex.isNegated() ? " NOT REGEXP CONCAT('(?" : " REGEXP CONCAT('(?")
                .text(regex.ignoresCase() ? "i)', " : "-i)', ");
        regex.pattern().accept(this);
        out.text(")");
    }

    @Override
    public void visitDistinctness(Predicate.Distinctness distinctness) {
        out.text(distinctness.isNegated() ? "" : "NOT (");
        tightOperand(distinctness.left());
        out.text(" <=> ");
        tightOperand(distinctness.right());
        out.text(distinctness.isNegated() ? "" : ")");
    }

    // ---- operations

    @Override
    public void visitInfix(Operation.Infix infix) {
        switch (infix.operator()) {
            case CONCAT -> concat(infix.operands());
            case QUOTIENT -> infix(infix, "DIV");
            case BIT_AND, BIT_OR -> {
                // without the cast, bits are a number without sign
                out.text("CAST(");
                super.visitInfix(infix);
                out.text(" AS SIGNED)");
            }
            case PLUS, MINUS -> {
                if (infix.operands().stream().anyMatch(MariadbExpressionCompiler::isInterval)) {
                    shifted(infix);
                } else {
                    super.visitInfix(infix);
                }
            }
            default -> otherInfix(infix);
        }
    }

    private void otherInfix(Operation.Infix infix) {
        switch (infix.operator().group()) {
            case JSON, ARRAY, RANGE, SEARCH ->
                throw cannot(
                        "PostgreSQL's operator %s".formatted(infix.operator().text()),
                        "call a function of MariaDB with function(…), such as json_value or json_contains");
            default -> super.visitInfix(infix);
        }
    }

    /** Two bars mean OR here. */
    private void concat(List<Expr> texts) {
        out.text("CONCAT(");
        list(texts);
        out.text(")");
    }

    private static boolean isInterval(Expr operand) {
        return operand instanceof Atom.Bind bind && bind.value() instanceof Interval;
    }

    /** An interval is no value here, but part of the sum: unit by unit, the longest first. */
    private void shifted(Operation.Infix infix) {
        String sign = infix.operator() == Operator.PLUS ? " + " : " - ";
        Chain<Expr> operands = infix.operands();
        tightOperand(operands.get(0));
        for (Expr operand : operands.subList(1, operands.size())) {
            if (operand instanceof Atom.Bind bind && bind.value() instanceof Interval interval) {
                shift(sign, interval.months(), "MONTH");
                shift(sign, interval.days(), "DAY");
                shift(sign, interval.microseconds(), "MICROSECOND");
            } else {
                out.text(sign);
                tightOperand(operand);
            }
        }
    }

    private void shift(String sign, long amount, String unit) {
        if (amount != 0) {
            out.text(sign)
                    .text("INTERVAL ")
                    .value(new Atom.Bind(amount, SqlTypes.BIGINT))
                    .text(" ")
                    .text(unit);
        }
    }

    @Override
    protected String castName(SqlType<?> type) {
        return switch (type.family()) {
            case INTEGER -> "SIGNED";
            case DECIMAL, FLOAT -> dialect.typeName(type).toUpperCase(Locale.ROOT);
            case TEXT -> type.length() < 0 ? "CHAR" : "CHAR(" + type.length() + ")";
            case ENUM -> "CHAR";
            case BINARY -> "BINARY";
            case TEMPORAL ->
                switch (type.kind()) {
                    case DATE -> "DATE";
                    case TIME -> "TIME(6)";
                    default -> "DATETIME(6)";
                };
            case BOOLEAN -> throw cannot("a cast to boolean", "compare, as in ne(0)");
            case JSON -> throw cannot("a cast to JSON", "use function(\"json_compact\", …)");
            default -> dialect.typeName(type);
        };
    }

    @Override
    public void visitArrayOf(Operation.ArrayOf array) {
        throw cannot("an array", MariadbDialect.wayRound(array.type().kind()));
    }

    @Override
    public void visitElement(Operation.Element element) {
        throw cannot("an element of an array", "use function(\"json_value\", …)");
    }

    @Override
    public void visitQuantifiedArray(Nested.QuantifiedArray quantified) {
        throw cannot("a comparison with the elements of an array", "use in(…), or any(select(…))");
    }

    @Override
    public void visitArrayQuery(Nested.ArrayQuery query) {
        throw cannot("a query as an array", "run the query by itself");
    }

    /** The first day of a week is Monday, as ISO has it and other databases do. */
    @Override
    public void visitExtract(Operation.Extract extract) {
        if (extract.field() == DateField.WEEK) {
            out.text("WEEK(");
            extract.from().accept(this);
            out.text(", 3)");
        } else {
            super.visitExtract(extract);
        }
    }

    @Override
    public void visitAtZone(Operation.AtZone atZone) {
        out.text("CONVERT_TZ(");
        atZone.operand().accept(this);
        out.text(", @@time_zone, ");
        atZone.zone().accept(this);
        out.text(")");
    }

    // ---- order

    /** NULL is smaller than any value here, so only the other order needs a word. */
    @Override
    protected void sortKey(SortKey key) {
        if (key.nullsFirst() != null && key.nullsFirst() == key.isDescending()) {
            tightOperand(key.by());
            out.text(key.isDescending() ? " IS NULL DESC, " : " IS NULL, ");
        }
        super.sortKey(new SortKey(key.by(), key.type(), key.isDescending(), null));
    }
}
