package io.sluice.sql.tree;

/** One method for each expression: a new node does not compile until every visitor has an answer. */
public interface ExprVisitor {
    void visitColumn(Atom.ColumnRef column);

    void visitBind(Atom.Bind bind);

    void visitParam(Atom.Param param);

    void visitKeyword(Atom.Keyword keyword);

    void visitConstant(Atom.Constant constant);

    void visitWord(Atom.Word word);

    void visitSearchConfiguration(Atom.SearchConfiguration configuration);

    void visitExcluded(Atom.Excluded excluded);

    void visitDrawnKey(Atom.DrawnKey key);

    void visitTemplate(Atom.Template template);

    void visitNextValue(Atom.NextValue next);

    void visitComparison(Predicate.Comparison comparison);

    void visitJunction(Predicate.Junction junction);

    void visitNot(Predicate.Not not);

    void visitBetween(Predicate.Between between);

    void visitInValues(Predicate.InValues in);

    void visitInList(Predicate.InList in);

    void visitInQuery(Predicate.InQuery in);

    void visitLike(Predicate.Like like);

    void visitRegex(Predicate.Regex regex);

    void visitNullTest(Predicate.NullTest test);

    void visitTruthTest(Predicate.TruthTest test);

    void visitDistinctness(Predicate.Distinctness distinctness);

    void visitExists(Predicate.Exists exists);

    void visitInfix(Operation.Infix infix);

    void visitNegation(Operation.Negation negation);

    void visitCast(Operation.Cast cast);

    void visitCase(Operation.Case expression);

    void visitCollate(Operation.Collate collate);

    void visitRowValue(Operation.RowValue row);

    void visitArrayOf(Operation.ArrayOf array);

    void visitElement(Operation.Element element);

    void visitExtract(Operation.Extract extract);

    void visitAtZone(Operation.AtZone atZone);

    void visitFunction(Call.Function function);

    void visitAggregate(Call.Aggregate aggregate);

    void visitOrderedSet(Call.OrderedSet orderedSet);

    void visitWindowed(Call.Windowed windowed);

    void visitGroupingSets(Call.GroupingSets sets);

    void visitScalar(Nested.Scalar scalar);

    void visitQuantifiedQuery(Nested.QuantifiedQuery quantified);

    void visitQuantifiedArray(Nested.QuantifiedArray quantified);

    void visitMultiset(Nested.Multiset multiset);

    void visitArrayQuery(Nested.ArrayQuery query);
}
