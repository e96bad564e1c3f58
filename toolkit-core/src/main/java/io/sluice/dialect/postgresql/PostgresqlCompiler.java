package io.sluice.dialect.postgresql;

import io.sluice.dialect.SqlWriter;
import io.sluice.dialect.StatementCompiler;
import io.sluice.sql.tree.Atom;
import io.sluice.sql.tree.BatchNode;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FromItem.JoinType;
import io.sluice.sql.tree.Nested;
import io.sluice.sql.tree.Operation.Infix;
import io.sluice.sql.tree.Operation.RowValue;
import io.sluice.sql.tree.Operator;
import io.sluice.sql.tree.Predicate;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.SelectNode.Lock;
import io.sluice.sql.tree.SourceNode;
import io.sluice.type.Family;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where PostgreSQL disagrees with {@link StatementCompiler}, which is seldom: most of its words are the ones shared. */
final class PostgresqlCompiler extends StatementCompiler {
    private static final int FEW_ROWS = 50;

    PostgresqlCompiler(PostgresqlDialect dialect, SqlWriter out) {
        super(dialect, out);
    }

    /** Values of these types travel as text, which the server takes for another type unless it is told. */
    @Override
    public void visitBind(Atom.Bind bind) {
        if (travelsAsText(bind.type())) {
            out.text("CAST(")
                    .value(bind)
                    .text(" AS ")
                    .text(dialect.typeName(bind.type()))
                    .text(")");
        } else {
            out.value(bind);
        }
    }

    @Override
    protected void place(Atom.Param param) {
        if (travelsAsText(param.type())) {
            out.text("CAST(")
                    .value(param)
                    .text(" AS ")
                    .text(dialect.typeName(param.type()))
                    .text(")");
        } else {
            out.value(param);
        }
    }

    /** By its name as a text that holds the quotes a name may need. */
    @Override
    public void visitNextValue(Atom.NextValue next) {
        Qualifier sequence = next.sequence();
        String schema = out.schemaFor(sequence.schema());
        String name = schema == null ? "" : dialect.quoted(schema) + ".";
        out.text("nextval(")
                .text(dialect.literal(name + dialect.quoted(sequence.name())))
                .text(")");
    }

    /** The sequence is looked up once. Its function wants the table as SQL has it, in quotes for sure, and the column as it is. */
    @Override
    public void visitDrawnKey(Atom.DrawnKey key) {
        String schema = out.schemaFor(key.table().schema());
        String table = (schema == null ? "" : alwaysQuoted(schema) + ".")
                + alwaysQuoted(key.table().name());
        out.text("nextval(CAST((SELECT pg_get_serial_sequence(")
                .value(new Atom.Bind(table, SqlTypes.TEXT))
                .text(", ")
                .value(new Atom.Bind(key.column(), SqlTypes.TEXT))
                .text(")) AS regclass))");
    }

    private static String alwaysQuoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void visitSearchConfiguration(Atom.SearchConfiguration configuration) {
        out.text("'").text(configuration.name().replace("'", "''")).text("'");
    }

    /** Many rows as a table, which the planner can hash; a list would be a comparison each, one within the other. */
    @Override
    public void visitInList(Predicate.InList in) {
        boolean areRows = in.list().stream().allMatch(RowValue.class::isInstance);
        if (!areRows || in.list().size() <= FEW_ROWS) {
            super.visitInList(in);
            return;
        }
        in.tested().accept(this);
        out.text(in.isNegated() ? " NOT IN (VALUES " : " IN (VALUES ");
        list(in.list());
        out.text(")");
    }

    /** A lock would meet the tables of kinds below, where an outer join may have no row, and such are not locked. */
    @Override
    protected Lock aimed(Lock lock, SelectNode select) {
        boolean hasBelow = select.from().stream().anyMatch(item -> item.type() == JoinType.BELOW);
        if (!hasBelow || !lock.of().isEmpty()) {
            return lock;
        }
        List<Qualifier> all = select.from().stream()
                .filter(item -> item.type() != JoinType.BELOW)
                .flatMap(item -> item.source().qualifiers().stream())
                .toList();
        return new Lock(lock.strength(), all, lock.waiting());
    }

    @Override
    protected void infixOfFew(Infix infix) {
        if (infix.operator() == Operator.JSON_PATH_EXISTS) {
            firstOperand(infix);
            out.text(" @? CAST(");
            infix.operands().get(1).accept(this);
            out.text(" AS jsonpath)");
        } else if (infix.operator().group() == Operator.Group.ARRAY) {
            betweenArrays(infix);
        } else {
            infix(infix, infix.operator().text());
        }
    }

    /** Both sides must be arrays of one type, and a driver cannot tell {@code varchar[]} from {@code text[]}. */
    private void betweenArrays(Infix infix) {
        String separator = "";
        for (Expr operand : infix.operands()) {
            out.text(separator);
            if (operand instanceof Atom.Bind array) {
                typed(array).accept(this);
            } else {
                tightOperand(operand);
            }
            separator = " " + infix.operator().text() + " ";
        }
    }

    /** With the type of the array said, if it does not say it by itself. */
    private Expr typed(Atom.Bind array) {
        return travelsAsText(array.type())
                ? array
                : new Atom.Template(List.of("CAST(", " AS " + uncut(array.type()) + ")"), List.of(array));
    }

    /** Without a length or a scale, to which a cast would cut the value. */
    private String uncut(SqlType<?> type) {
        return switch (type.kind()) {
            case CHAR -> "bpchar";
            case VARCHAR -> "varchar";
            case NUMERIC -> "numeric";
            case ARRAY -> uncut(Objects.requireNonNull(type.element(), "an array has elements")) + "[]";
            default -> dialect.typeName(type);
        };
    }

    /** One array for each param, so that the text is the same for any number of sets. An array of arrays would be laid flat. */
    @Override
    protected SourceNode sets(BatchNode batch) {
        if (!batch.params().stream().allMatch(param -> canBeElement(param.type()))) {
            return super.sets(batch);
        }
        List<Expr> arrays = new ArrayList<>();
        for (int i = 0; i < batch.params().size(); i++) {
            int place = i;
            List<@Nullable Object> values = new ArrayList<>(batch.sets().size());
            batch.sets().forEach(set -> values.add(set.get(place).value()));
            arrays.add(typed(
                    new Atom.Bind(values, SqlTypes.array(batch.params().get(i).type()))));
        }
        return setsMadeBy("unnest", arrays, batch);
    }

    private static boolean canBeElement(SqlType<?> type) {
        return switch (type.kind()) {
            case ARRAY, BYTEA, INTERVAL -> false;
            default -> true;
        };
    }

    @Override
    public void visitMultiset(Nested.Multiset multiset) {
        var columns = new NestedColumns(dialect, out, multiset.items());
        out.text("(SELECT coalesce(json_agg(");
        columns.row();
        out.text("), '[]') FROM ");
        nested(multiset.query());
        out.text(" AS ");
        columns.names();
        out.text(")");
    }

    /** As text too where only the server can make it text: the binary forms of these are its own affair. */
    @Override
    protected void resultItem(ResultItem item) {
        SqlType<?> element = innermost(item.type());
        if (isOutermostResult() && (element.family() == Family.SEARCH || element.kind() == Kind.OTHER)) {
            castItem(item, item.type().kind() == Kind.ARRAY ? "text[]" : "text");
        } else {
            super.resultItem(item);
        }
    }

    private static boolean travelsAsText(SqlType<?> type) {
        SqlType<?> element = innermost(type);
        return switch (element.family()) {
            case ENUM, JSON, RANGE, SEARCH -> true;
            default -> element.kind() == Kind.INET || element.kind() == Kind.OTHER;
        };
    }

    private static SqlType<?> innermost(SqlType<?> type) {
        SqlType<?> element = type.element();
        return type.kind() == Kind.ARRAY && element != null ? innermost(element) : type;
    }
}
