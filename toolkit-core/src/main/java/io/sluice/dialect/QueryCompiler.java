package io.sluice.dialect;

import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.CommonTable;
import io.sluice.sql.tree.CompoundNode;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FromItem;
import io.sluice.sql.tree.FromItem.JoinType;
import io.sluice.sql.tree.Nested;
import io.sluice.sql.tree.Predicate;
import io.sluice.sql.tree.Qualifier;
import io.sluice.sql.tree.QueryNode;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.SelectNode.Distinct;
import io.sluice.sql.tree.SelectNode.Lock;
import io.sluice.sql.tree.SelectNode.NamedWindow;
import io.sluice.sql.tree.SelectNode.Projection;
import io.sluice.sql.tree.SelectNode.Wait;
import io.sluice.sql.tree.SourceNode;
import io.sluice.sql.tree.SourceNode.CommonRef;
import io.sluice.sql.tree.SourceNode.Derived;
import io.sluice.sql.tree.SourceNode.FunctionRef;
import io.sluice.sql.tree.SourceNode.Grouped;
import io.sluice.sql.tree.SourceNode.TableRef;
import io.sluice.sql.tree.StatementVisitor;
import io.sluice.sql.tree.Tail;
import io.sluice.sql.tree.TextNode;
import io.sluice.sql.tree.ValuesNode;
import io.sluice.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says queries and what stands in FROM and WITH, clause by clause. */
public abstract class QueryCompiler extends CallCompiler implements StatementVisitor {
    /** How many statements stand around what is said. */
    int depth;
    /** What gives the sets of values, while a change is said for many of them. */
    @Nullable
    SourceNode givenSets;

    protected QueryCompiler(Dialect dialect, SqlWriter out) {
        super(dialect, out);
    }

    /** Whether what is said is the statement itself and not a query inside it. */
    protected final boolean isOutermost() {
        return depth == 0;
    }

    /** Whether an item of a result is one of the statement itself and not of a query inside it. */
    protected final boolean isOutermostResult() {
        return depth == 1;
    }

    // ---- queries

    @Override
    public void visitSelect(SelectNode select) {
        with(select.with());
        projection(select.projection());
        depth++;
        if (!select.from().isEmpty()) {
            out.text(" FROM ");
            from(select.from());
        }
        conjunction(" WHERE ", select.where());
        grouping(select.grouping());
        tail(select.tail());
        for (Lock lock : select.locks()) {
            lock(aimed(lock, select));
        }
        depth--;
    }

    protected void projection(Projection projection) {
        out.text("SELECT ");
        if (projection.distinct() == Distinct.ROWS) {
            out.text("DISTINCT ");
        } else if (projection.distinct() == Distinct.ON) {
            distinctOn(projection.distinctOn());
        }
        resultItems(projection.items());
    }

    protected void distinctOn(List<Expr> expressions) {
        out.text("DISTINCT ON (");
        list(expressions);
        out.text(") ");
    }

    protected final void resultItems(List<ResultItem> items) {
        announce(items);
        depth++;
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                out.text(", ");
            }
            resultItem(items.get(i));
        }
        depth--;
    }

    /** What the outermost statement gives decides how its rows are read, so it belongs to the shape. */
    protected final void announce(List<ResultItem> items) {
        if (isOutermost()) {
            items.forEach(item -> out.result(travelling(item)));
        }
    }

    /** How a nested collection is read is its statement's own affair, and no two statements would share a shape. */
    private static SqlType<?> travelling(ResultItem item) {
        return item.expression() instanceof Nested.Multiset ? item.type().storage() : item.type();
    }

    protected void resultItem(ResultItem item) {
        operand(item.expression(), Precedence.OR);
        label(item);
    }

    /** An item as another type than it has, where only the database can make that of it without a loss. */
    protected final void castItem(ResultItem item, String type) {
        out.text("CAST(");
        item.expression().accept(this);
        out.text(" AS ").text(type).text(")");
        label(item);
    }

    private void label(ResultItem item) {
        if (item.label() != null) {
            out.text(" AS ").identifier(item.label());
        }
    }

    protected void grouping(SelectNode.Grouping grouping) {
        if (!grouping.groupBy().isEmpty()) {
            out.text(" GROUP BY ");
            list(grouping.groupBy());
        }
        conjunction(" HAVING ", grouping.having());
        String word = " WINDOW ";
        for (NamedWindow window : grouping.windows()) {
            out.text(word).identifier(window.name()).text(" AS ");
            window(window.window());
            word = ", ";
        }
    }

    protected void tail(Tail tail) {
        if (!tail.orderBy().isEmpty()) {
            out.text(" ");
            orderBy(tail.orderBy());
        }
        if (tail.withTies()) {
            limitWithTies(tail);
            return;
        }
        if (tail.limit() != null) {
            out.text(" LIMIT ");
            known(tail.limit());
        }
        if (tail.offset() != null) {
            offset(tail);
        }
    }

    protected void offset(Tail tail) {
        if (tail.offset() != null) {
            out.text(" OFFSET ");
            known(tail.offset());
        }
    }

    private void limitWithTies(Tail tail) {
        if (tail.offset() != null) {
            out.text(" OFFSET ");
            known(tail.offset());
            out.text(" ROWS");
        }
        if (tail.limit() != null) {
            out.text(" FETCH FIRST ");
            known(tail.limit());
            out.text(" ROWS WITH TIES");
        }
    }

    /** What a lock locks in this statement. */
    protected Lock aimed(Lock lock, SelectNode select) {
        return lock;
    }

    protected void lock(Lock lock) {
        out.text(" FOR ").text(lock.strength().name().replace('_', ' '));
        String word = " OF ";
        for (Qualifier source : lock.of()) {
            // a lock names what it locks by its alias or its bare name
            out.text(word).identifier(source.name());
            word = ", ";
        }
        waiting(lock.waiting());
    }

    protected final void waiting(@Nullable Wait waiting) {
        if (waiting != null) {
            out.text(waiting == Wait.NOWAIT ? " NOWAIT" : " SKIP LOCKED");
        }
    }

    @Override
    public void visitCompound(CompoundNode compound) {
        with(compound.with());
        announce(compound.items());
        depth++;
        compoundPart(compound.first());
        for (CompoundNode.Part part : compound.parts()) {
            out.text(" ").text(part.operator().text()).text(" ");
            compoundPart(part.query());
        }
        tail(compound.tail());
        depth--;
    }

    /** A query inside a compound; its own order, limit or set operation must stay its own. */
    protected void compoundPart(QueryNode query) {
        if (query instanceof SelectNode select
                && select.tail().isEmpty()
                && select.locks().isEmpty()) {
            query.accept(this);
        } else {
            nested(query);
        }
    }

    @Override
    public void visitValues(ValuesNode values) {
        announce(values.items());
        depth++;
        out.text("VALUES ");
        rows(values.rows());
        depth--;
    }

    protected final void rows(List<? extends List<Expr>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            out.text(i > 0 ? ", (" : "(");
            list(rows.get(i));
            out.text(")");
        }
    }

    final void cells(List<? extends List<Expr>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            out.text(i > 0 ? ", (" : "(");
            knownList(rows.get(i));
            out.text(")");
        }
    }

    @Override
    public void visitText(TextNode text) {
        announce(text.items());
        for (int i = 0; i < text.gaps().size(); i++) {
            out.text(text.texts().get(i));
            text.gaps().get(i).accept(this);
        }
        out.text(text.texts().get(text.gaps().size()));
    }

    @Override
    protected final void nested(QueryNode query) {
        out.text("(");
        depth++;
        query.accept(this);
        depth--;
        out.text(")");
    }

    // ---- sources

    protected final void from(List<FromItem> items) {
        for (int i = 0; i < items.size(); i++) {
            FromItem item = items.get(i);
            if (item.type() == JoinType.LIST) {
                out.text(i > 0 ? ", " : "");
            } else if (i > 0) {
                join(item);
            }
            source(item.source());
            if (item.on() != null) {
                out.text(" ON ");
                item.on().accept(this);
            }
        }
    }

    protected void join(FromItem item) {
        out.text(item.type().text());
    }

    protected final void source(SourceNode source) {
        if (source != givenSets && givenSets != null) {
            Sets.requireOtherName(source.qualifier());
        }
        if (source instanceof TableRef table) {
            table(table);
        } else if (source instanceof Derived derived) {
            derived(derived);
        } else if (source instanceof Grouped grouped) {
            out.text("(");
            from(grouped.items());
            out.text(")");
        } else if (source instanceof CommonRef common) {
            out.identifier(common.name());
            alias(common.alias());
        } else if (source instanceof FunctionRef function) {
            rowsFunction(function);
        }
    }

    protected final void table(TableRef table) {
        tableName(table);
        alias(table.alias());
    }

    protected final void tableName(TableRef table) {
        out.qualified(table.schema(), table.name());
    }

    protected final void alias(@Nullable String alias) {
        if (alias != null) {
            out.text(" AS ").identifier(alias);
        }
    }

    protected void derived(Derived derived) {
        out.text(derived.isLateral() ? "LATERAL " : "");
        nested(derived.query());
        alias(derived.alias());
        columnNames(" (", derived.columns());
    }

    protected void rowsFunction(FunctionRef function) {
        out.text(function.isLateral() ? "LATERAL " : "");
        call(function.function(), function.arguments());
        out.text(function.withOrdinality() ? " WITH ORDINALITY" : "");
        alias(function.alias());
        columnNames(
                " (",
                function.columns().stream()
                        .<String>map(FunctionRef.Column::name)
                        .toList());
    }

    protected final void columnNames(String opening, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            out.text(i > 0 ? ", " : opening).identifier(names.get(i));
        }
        out.text(names.isEmpty() ? "" : ")");
    }

    // ---- with

    protected void with(Chain<CommonTable> tables) {
        if (tables.isEmpty()) {
            return;
        }
        out.text(tables.stream().anyMatch(CommonTable::isRecursive) ? "WITH RECURSIVE " : "WITH ");
        for (int i = 0; i < tables.size(); i++) {
            out.text(i > 0 ? ", " : "");
            commonTable(tables.get(i));
        }
        out.text(" ");
    }

    protected void commonTable(CommonTable table) {
        out.identifier(table.name());
        columnNames(" (", table.columns());
        out.text(" AS ");
        if (table.materialized() != null) {
            out.text(table.materialized() ? "MATERIALIZED " : "NOT MATERIALIZED ");
        }
        out.text("(");
        depth++;
        table.query().accept(this);
        depth--;
        out.text(")");
    }

    /** A clause of conditions that must all hold, if there are any. */
    protected final void conjunction(String word, Chain<Expr> conditions) {
        if (conditions.isEmpty()) {
            return;
        }
        out.text(word);
        if (conditions.size() == 1) {
            operand(conditions.get(0), Precedence.OR);
        } else {
            visitJunction(new Predicate.Junction(true, conditions));
        }
    }
}
