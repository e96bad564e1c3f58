package io.sluice.sql;

import io.sluice.sql.tree.Nested.ArrayQuery;
import io.sluice.type.Json;
import io.sluice.type.Kind;
import io.sluice.type.Range;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What can be done with JSON, arrays, ranges and searchable text, made for a static import. These are PostgreSQL's
 * operators; a database that lacks one refuses it when the statement is compiled.
 *
 * <pre>{@code
 * json(BOOK.attributes).get("awards").get(0).asText().eq("Booker")
 * array(BOOK.tags).overlaps(List.of("sea", "travel"))
 * range(ROOM.taken).contains(instant)
 * searchVector(BOOK.searchable).matches(textSearch("english").websearch("lost ship -pirates"))
 * }</pre>
 */
public final class Operators {
    private static final Pattern CONFIGURATION = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)?");

    private Operators() {}

    public static JsonExpression json(Expression<Json> expression) {
        return JsonExpression.of(expression);
    }

    public static <E> ArrayExpression<E> array(Expression<List<E>> expression) {
        return ArrayExpression.of(expression);
    }

    /** The values of a query as one array, in the query's order. */
    public static <E> ArrayExpression<E> array(RowQuery<E> query) {
        SqlType<E> element = Subqueries.singleType(query.resultItems());
        return new ArrayExpression<>(new ArrayQuery(query.tree()), SqlTypes.array(element));
    }

    public static <E> RangeExpression<E> range(Expression<Range<E>> expression) {
        return RangeExpression.of(expression);
    }

    /** Text search by a configuration of the database, such as {@code english}; an index must be of the same one. */
    public static TextSearch textSearch(String configuration) {
        if (!CONFIGURATION
                .matcher(Names.require(configuration, "a text search configuration"))
                .matches()) {
            throw new StatementException(
                    "textSearch(\"%s\"): that is no name of a text search configuration; use small letters, as in \"english\" or \"simple\""
                            .formatted(configuration));
        }
        return new TextSearch(configuration);
    }

    /** A column that holds searchable text, ready made. */
    public static SearchVector searchVector(Expression<String> column) {
        if (column.type().kind() != Kind.TSVECTOR) {
            throw new StatementException(
                    "searchVector(%s): %s is not tsvector; make one of text with textSearch(configuration).vector(…)"
                            .formatted(Description.of(column.node()), column.type()));
        }
        return new SearchVector(column.node());
    }
}
