package io.sluice.sql;

import io.sluice.sql.tree.Nested;
import io.sluice.sql.tree.QueryNode;
import io.sluice.sql.tree.ResultItem;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query whose rows are a list in each row of the query around it; {@link Sql#multiset} makes it. */
public final class Multiset<R> implements Selectable<List<R>> {
    private final Nested.Multiset node;
    private final SqlType<List<R>> type;
    private final @Nullable String label;
    private final boolean hasEntities;

    private Multiset(Nested.Multiset node, SqlType<List<R>> type, @Nullable String label, boolean hasEntities) {
        this.hasEntities = hasEntities;
        this.node = node;
        this.type = type;
        this.label = label;
    }

    static <R> Multiset<R> of(Query<R> query) {
        QueryNode tree = Subqueries.of(query, "multiset");
        if (!query.loads().isEmpty()) {
            throw new StatementException(
                    "multiset(…): load(%s) cannot be done in it, since no session knows what is nested; load the relation of the query around it"
                            .formatted(query.loads().get(0)));
        }
        List<ResultItem> items = query.resultItems();
        return new Multiset<>(
                new Nested.Multiset(tree, items),
                typeOf(new MultisetReader<>(items, query.reader())),
                null,
                !query.entities().isEmpty() || query.entities().areNestedToo());
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the class of every list is List
    private static <R> SqlType<List<R>> typeOf(MultisetReader<R> reader) {
        return SqlTypes.JSON.map((Class<List<R>>) (Class) List.class, reader::read, rows -> {
            throw new StatementException("a nested collection can only be read; it is no value to send");
        });
    }

    /** Gives it a name in the result. */
    public Multiset<R> as(String label) {
        return new Multiset<>(node, type, Names.require(label, "a label"), hasEntities);
    }

    boolean hasEntities() {
        return hasEntities;
    }

    @Override
    public List<ResultItem> resultItems() {
        return List.of(new ResultItem(node, label, type));
    }

    @Override
    @SuppressWarnings("unchecked") // the reader made the list by this type
    public @Nullable List<R> read(@Nullable Object[] row, int offset) {
        return (List<R>) row[offset];
    }

    @Override
    public String toString() {
        return label == null ? "multiset(…)" : label;
    }
}
