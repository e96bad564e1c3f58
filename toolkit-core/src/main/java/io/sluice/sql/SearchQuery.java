package io.sluice.sql;

import static io.sluice.type.SqlTypes.TSQUERY;

import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.Operation.Infix;
import io.sluice.sql.tree.Operator;
import io.sluice.type.SqlType;

/** What is searched for; {@link TextSearch} makes it. */
public record SearchQuery(Expr node) implements Expression<String> {

    @Override
    public SqlType<String> type() {
        return TSQUERY;
    }

    public SearchQuery and(SearchQuery other) {
        return new SearchQuery(new Infix(Operator.SEARCH_AND, Chain.of(node, other.node)));
    }

    public SearchQuery or(SearchQuery other) {
        return new SearchQuery(new Infix(Operator.SEARCH_OR, Chain.of(node, other.node)));
    }
}
