package io.sluice.sql;

import static io.sluice.type.SqlTypes.REAL;
import static io.sluice.type.SqlTypes.TSVECTOR;

import io.sluice.sql.tree.Call.Function;
import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.FunctionName;
import io.sluice.sql.tree.Operation.Infix;
import io.sluice.sql.tree.Operator;
import io.sluice.type.SqlType;
import java.util.List;

/** Searchable text; {@link TextSearch#vector} makes it, or {@link Operators#searchVector} of a column. */
public record SearchVector(Expr node) implements Expression<String> {

    @Override
    public SqlType<String> type() {
        return TSVECTOR;
    }

    public Condition matches(SearchQuery query) {
        return new Condition(new Infix(Operator.SEARCH_MATCHES, Chain.of(node, query.node())));
    }

    /** How well it matches, by how often the words occur. */
    public Expression<Float> rank(SearchQuery query) {
        return new Typed<>(call("ts_rank", query.node()), REAL);
    }

    /** How well it matches, by how near to each other the words occur too. */
    public Expression<Float> rankByDistance(SearchQuery query) {
        return new Typed<>(call("ts_rank_cd", query.node()), REAL);
    }

    /** The words of both. */
    public SearchVector concat(SearchVector other) {
        return new SearchVector(new Infix(Operator.SEARCH_CONCAT, Chain.of(node, other.node)));
    }

    private Function call(String name, Expr argument) {
        return new Function(FunctionName.verbatim(name), List.of(node, argument));
    }
}
