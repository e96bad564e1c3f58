package io.sluice.sql;

import io.sluice.sql.tree.ResultItem;
import io.sluice.sql.tree.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL by hand that gives rows. */
public final class TextQuery<R> implements RowQuery<R> {
    private final Text text;
    private final List<ResultItem> items;
    private final RowReader<R> reader;

    TextQuery(Text text, List<ResultItem> items, RowReader<R> reader) {
        this.text = text;
        this.items = items;
        this.reader = reader;
    }

    /** Reads each row as a record, by position; number and types are checked now. */
    public <V> TextQuery<V> as(Class<V> record) {
        return new TextQuery<>(text, items, Readers.record(record, items));
    }

    @Override
    public TextNode tree() {
        return text.tree(items);
    }

    @Override
    public List<ResultItem> resultItems() {
        return items;
    }

    @Override
    public RowReader<R> reader() {
        return reader;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextQuery<?> that && tree().equals(that.tree());
    }

    @Override
    public int hashCode() {
        return tree().hashCode();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
