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

    private Multiset(Nested.Multiset node, SqlType<List<R>> type, @Nullable String label) {
        this.node = node;
        this.type = type;
        this.label = label;
    }

    static <R> Multiset<R> of(Query<R> query) {
        QueryNode tree = Subqueries.of(query, "multiset");
        List<ResultItem> items = query.resultItems();
        return new Multiset<>(
                new Nested.Multiset(tree, items), typeOf(new MultisetReader<>(items, query.reader())), null);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the class of every list is List
    private static <R> SqlType<List<R>> typeOf(MultisetReader<R> reader) {
        return SqlTypes.JSON.map((Class<List<R>>) (Class) List.class, reader::read, rows -> {
            throw new StatementException("a nested collection can only be read; it is no value to send");
        });
    }

    /** Gives it a name in the result. */
    public Multiset<R> as(String label) {
        return new Multiset<>(node, type, Names.require(label, "a label"));
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
