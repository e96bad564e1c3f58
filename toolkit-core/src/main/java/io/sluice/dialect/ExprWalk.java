package io.sluice.dialect;

import io.sluice.sql.tree.Atom;
import io.sluice.sql.tree.Call;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.ExprVisitor;
import io.sluice.sql.tree.Nested;
import io.sluice.sql.tree.Operation;
import io.sluice.sql.tree.Predicate;
import io.sluice.sql.tree.SortKey;
import io.sluice.sql.tree.StatementNode;
import io.sluice.sql.tree.WindowNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes through an expression and hands over its columns, what an upsert proposed, and the queries nested in it. */
final class ExprWalk implements ExprVisitor {
    private final Consumer<Atom.ColumnRef> columns;
    private final Consumer<Atom.Excluded> proposals;
    private final Consumer<StatementNode> queries;

    ExprWalk(Consumer<Atom.ColumnRef> columns, Consumer<Atom.Excluded> proposals, Consumer<StatementNode> queries) {
        this.columns = columns;
        this.proposals = proposals;
        this.queries = queries;
    }

    void one(@Nullable Expr expression) {
        if (expression != null) {
            expression.accept(this);
        }
    }

    void all(List<? extends Expr> expressions) {
        expressions.forEach(this::one);
    }

    void window(WindowNode window) {
        all(window.partitionBy());
        keys(window.orderBy());
    }

    private void keys(List<SortKey> keys) {
        keys.forEach(key -> one(key.by()));
    }

    @Override
    public void visitColumn(Atom.ColumnRef column) {
        columns.accept(column);
    }

    @Override
    public void visitBind(Atom.Bind bind) {}

    @Override
    public void visitParam(Atom.Param param) {}

    @Override
    public void visitKeyword(Atom.Keyword keyword) {}

    @Override
    public void visitConstant(Atom.Constant constant) {}

    @Override
    public void visitWord(Atom.Word word) {}

    @Override
    public void visitNextValue(Atom.NextValue next) {}

    @Override
    public void visitSearchConfiguration(Atom.SearchConfiguration configuration) {}

    @Override
    public void visitExcluded(Atom.Excluded excluded) {
        proposals.accept(excluded);
    }

    @Override
    public void visitDrawnKey(Atom.DrawnKey key) {}

    @Override
    public void visitTemplate(Atom.Template template) {
        all(template.gaps());
    }

    @Override
    public void visitComparison(Predicate.Comparison comparison) {
        one(comparison.left());
        one(comparison.right());
    }

    /** With a stack of its own instead of calls: conditions built in a loop nest thousands deep. */
    @Override
    public void visitJunction(Predicate.Junction junction) {
        Deque<Predicate.Junction> pending = new ArrayDeque<>();
        pending.push(junction);
        while (!pending.isEmpty()) {
            for (Expr term : pending.pop().terms()) {
                if (term instanceof Predicate.Junction nested) {
                    pending.push(nested);
                } else {
                    one(term);
                }
            }
        }
    }

    @Override
    public void visitNot(Predicate.Not not) {
        one(not.term());
    }

    @Override
    public void visitBetween(Predicate.Between between) {
        one(between.tested());
        one(between.low());
        one(between.high());
    }

    @Override
    public void visitInValues(Predicate.InValues in) {
        one(in.tested());
    }

    @Override
    public void visitInList(Predicate.InList in) {
        one(in.tested());
        all(in.list());
    }

    @Override
    public void visitInQuery(Predicate.InQuery in) {
        one(in.tested());
        queries.accept(in.query());
    }

    @Override
    public void visitLike(Predicate.Like like) {
        one(like.tested());
        one(like.pattern());
    }

    @Override
    public void visitRegex(Predicate.Regex regex) {
        one(regex.tested());
        one(regex.pattern());
    }

    @Override
    public void visitNullTest(Predicate.NullTest test) {
        one(test.tested());
    }

    @Override
    public void visitTruthTest(Predicate.TruthTest test) {
        one(test.tested());
    }

    @Override
    public void visitDistinctness(Predicate.Distinctness distinctness) {
        one(distinctness.left());
        one(distinctness.right());
    }

    @Override
    public void visitExists(Predicate.Exists exists) {
        queries.accept(exists.query());
    }

    @Override
    public void visitInfix(Operation.Infix infix) {
        all(infix.operands());
    }

    @Override
    public void visitNegation(Operation.Negation negation) {
        one(negation.operand());
    }

    @Override
    public void visitCast(Operation.Cast cast) {
        one(cast.operand());
    }

    @Override
    public void visitCase(Operation.Case expression) {
        one(expression.subject());
        for (Operation.Case.Branch branch : expression.branches()) {
            one(branch.when());
            one(branch.then());
        }
        one(expression.otherwise());
    }

    @Override
    public void visitCollate(Operation.Collate collate) {
        one(collate.operand());
    }

    @Override
    public void visitRowValue(Operation.RowValue row) {
        all(row.fields());
    }

    @Override
    public void visitArrayOf(Operation.ArrayOf array) {
        all(array.elements());
    }

    @Override
    public void visitElement(Operation.Element element) {
        one(element.array());
        one(element.index());
    }

    @Override
    public void visitExtract(Operation.Extract extract) {
        one(extract.from());
    }

    @Override
    public void visitAtZone(Operation.AtZone atZone) {
        one(atZone.operand());
        one(atZone.zone());
    }

    @Override
    public void visitFunction(Call.Function function) {
        all(function.arguments());
    }

    @Override
    public void visitAggregate(Call.Aggregate aggregate) {
        all(aggregate.arguments());
        keys(aggregate.orderBy());
        one(aggregate.filter());
    }

    @Override
    public void visitOrderedSet(Call.OrderedSet orderedSet) {
        all(orderedSet.arguments());
        one(orderedSet.withinGroup().by());
        one(orderedSet.filter());
    }

    @Override
    public void visitWindowed(Call.Windowed windowed) {
        one(windowed.call());
        if (windowed.window() != null) {
            window(windowed.window());
        }
    }

    @Override
    public void visitGroupingSets(Call.GroupingSets sets) {
        sets.sets().forEach(this::all);
    }

    @Override
    public void visitScalar(Nested.Scalar scalar) {
        queries.accept(scalar.query());
    }

    @Override
    public void visitQuantifiedQuery(Nested.QuantifiedQuery quantified) {
        queries.accept(quantified.query());
    }

    @Override
    public void visitQuantifiedArray(Nested.QuantifiedArray quantified) {
        one(quantified.array());
    }

    @Override
    public void visitMultiset(Nested.Multiset multiset) {
        queries.accept(multiset.query());
    }

    @Override
    public void visitArrayQuery(Nested.ArrayQuery query) {
        queries.accept(query.query());
    }
}
