package io.sluice.sql;

import io.sluice.sql.tree.Chain;
import io.sluice.sql.tree.ChangeNode;
import io.sluice.sql.tree.ResultItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What INSERT, UPDATE, DELETE and MERGE have in common: they count rows, or give them back. */
public abstract sealed class Change implements Command permits Insert, Update, Delete, Merge {

    Change() {}

    @Override
    public abstract ChangeNode tree();

    /** The same change, giving rows of this shape. */
    abstract ChangeNode giving(Chain<ResultItem> items);

    /** Gives back one value for each row. */
    public final <T> Returning<T> returning(Selectable<T> selected) {
        return new Returning<>(giving(Chain.copyOf(selected.resultItems())), Readers.single(selected));
    }

    /** Gives back the entity of each row, which no session knows. */
    public final <E> Returning<E> returning(EntitySource<E> entity) {
        SelectedEntities entities = SelectedEntities.of(List.of(entity));
        return new Returning<>(
                giving(Chain.copyOf(entity.resultItems())),
                Readers.unmanaged(entity),
                entities,
                Readers.entity(entity, entities));
    }

    /** Gives back whole rows of the table. */
    public final Returning<Row> returning(Source source) {
        return rows(source.resultItems());
    }

    public final Returning<Row> returning(Item first, Item second, Item... more) {
        List<ResultItem> items = new ArrayList<>(first.resultItems());
        items.addAll(second.resultItems());
        Arrays.stream(more).map(Item::resultItems).forEach(items::addAll);
        return rows(items);
    }

    private Returning<Row> rows(List<ResultItem> items) {
        return new Returning<>(giving(Chain.copyOf(items)), Readers.rows(items));
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Change that && tree().equals(that.tree());
    }

    @Override
    public final int hashCode() {
        return tree().hashCode();
    }

    @Override
    public final String toString() {
        return StandardText.of(this);
    }
}
