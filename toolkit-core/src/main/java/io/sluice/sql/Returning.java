package io.sluice.sql;

import io.sluice.sql.tree.ChangeNode;
import io.sluice.sql.tree.ResultItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change that gives back the rows it made, changed or removed. */
public final class Returning<R> implements Query<R> {
    private final ChangeNode tree;
    private final RowReader<R> reader;
    private final SelectedEntities entities;
    private final RowReader<R> assembly;

    Returning(ChangeNode tree, RowReader<R> reader) {
        this(tree, reader, SelectedEntities.NONE, reader);
    }

    Returning(ChangeNode tree, RowReader<R> reader, SelectedEntities entities, RowReader<R> assembly) {
        this.tree = tree;
        this.reader = reader;
        this.entities = entities;
        this.assembly = assembly;
    }

    /** Reads each row as a record, by position; number and types are checked now. */
    public <V> Returning<V> as(Class<V> record) {
        return new Returning<>(tree, Readers.record(record, tree.returning()));
    }

    /** To stand in WITH, so that a query can go on with the rows. */
    public Cte asCte(String name) {
        return Cte.of(name, this);
    }

    @Override
    public ChangeNode tree() {
        return tree;
    }

    @Override
    public List<ResultItem> resultItems() {
        return tree.returning();
    }

    @Override
    public RowReader<R> reader() {
        return reader;
    }

    @Override
    public SelectedEntities entities() {
        return entities;
    }

    @Override
    public RowReader<R> assembly() {
        return assembly;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Returning<?> that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    @Override
    public String toString() {
        return StandardText.of(this);
    }
}
