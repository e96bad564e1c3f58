package io.sluice.sql;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.TextNode;
import io.sluice.type.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * SQL by hand. Values go in by name and are bound; {@link #returning} says what comes back.
 *
 * <pre>{@code
 * text("SELECT pg_size_pretty(:bytes::bigint)").bind("bytes", 1L << 30).returning(TEXT)
 * }</pre>
 */
public final class Text implements Command {
    private final NamedSql sql;
    private final Map<String, Bind> values;

    private Text(NamedSql sql, Map<String, Bind> values) {
        this.sql = sql;
        this.values = values;
    }

    static Text of(String sql) {
        return new Text(NamedSql.parse(Objects.requireNonNull(sql, "sql")), Map.of());
    }

    /** Gives a name its value, of the usual type for its class. */
    public Text bind(String name, Object value) {
        if (value == null) {
            throw new StatementException(":%s: a null has no type; say bindNull(\"%s\", type)".formatted(name, name));
        }
        return put(name, Binds.of(value));
    }

    public <T> Text bind(String name, T value, SqlType<T> type) {
        return value == null ? bindNull(name, type) : put(name, Values.bind(type, value, ":" + name));
    }

    public Text bindNull(String name, SqlType<?> type) {
        return put(name, new Bind(null, type));
    }

    /** Reads one column. */
    public <T> TextQuery<T> returning(SqlType<T> type) {
        var field = new Field<>("column1", type);
        return new TextQuery<>(this, field.resultItems(), Readers.single(field));
    }

    /** Reads columns by position; rows give them by these fields. */
    public TextQuery<Row> returning(Field<?> first, Field<?>... more) {
        List<ResultItem> items = new ArrayList<>(first.resultItems());
        for (Field<?> field : more) {
            items.addAll(field.resultItems());
        }
        return new TextQuery<>(this, List.copyOf(items), Readers.rows(items));
    }

    @Override
    public TextNode tree() {
        return tree(List.of());
    }

    TextNode tree(List<ResultItem> items) {
        List<Bind> gaps = new ArrayList<>();
        for (String name : sql.names()) {
            Bind value = values.get(name);
            if (value == null) {
                throw new StatementException(":%s has no value; say bind(\"%s\", value)".formatted(name, name));
            }
            gaps.add(value);
        }
        return new TextNode(sql.texts(), List.copyOf(gaps), items);
    }

    private Text put(String name, Bind value) {
        if (!sql.names().contains(name)) {
            throw new StatementException("there is no :%s in this text; it has %s".formatted(name, sql.names()));
        }
        Map<String, Bind> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Text(sql, Map.copyOf(more));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Text that && sql.equals(that.sql) && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sql, values);
    }

    @Override
    public String toString() {
        return sql.toString();
    }
}
