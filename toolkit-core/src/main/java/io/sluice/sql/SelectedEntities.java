package io.sluice.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entities among what is selected. They are made before the rest of a row is read, by whoever knows how (a session
 * knows some of them already), and stand behind the row's columns for what reads it then.
 *
 * @param areNestedToo whether there are more in nested collections, which nobody makes but the statement itself
 */
public record SelectedEntities(List<Place> places, int columns, boolean areNestedToo) {
    /** There are none. */
    public static final SelectedEntities NONE = new SelectedEntities(List.of(), 0, false);

    /** An entity and the column where its own begin. */
    public record Place(EntitySource<?> source, int offset) {}

    static SelectedEntities of(List<? extends Item> items) {
        List<Place> places = new ArrayList<>();
        int columns = 0;
        boolean areNestedToo = false;
        for (Item item : items) {
            areNestedToo |= item instanceof Multiset<?> multiset && multiset.hasEntities();
            if (item instanceof EntitySource<?> entity) {
                places.add(new Place(entity, columns));
            }
            columns += item.resultItems().size();
        }
        return places.isEmpty() && !areNestedToo
                ? NONE
                : new SelectedEntities(List.copyOf(places), columns, areNestedToo);
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }

    /** Where an entity stands in a row that has them; -1 for what is none of them. */
    int indexOf(Item item) {
        for (int i = 0; i < places.size(); i++) {
            EntitySource<?> source = places.get(i).source();
            if (source == item || (item instanceof EntitySource<?> other && isSame(source, other))) {
                return columns + i;
            }
        }
        return -1;
    }

    boolean contains(Source source) {
        return places.stream().anyMatch(place -> isSame(place.source(), source));
    }

    private static boolean isSame(Source one, Source other) {
        return one.getClass() == other.getClass()
                && one.sourceNode().qualifier().equals(other.sourceNode().qualifier());
    }

    /** The row with a place for each entity, still empty. */
    public @Nullable Object[] extended(@Nullable Object[] row) {
        return Arrays.copyOf(row, row.length + places.size());
    }

    /** The row with entities that nobody else knows. */
    @Nullable
    Object[] read(@Nullable Object[] row) {
        @Nullable Object[] extended = extended(row);
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            extended[columns + i] = place.source().read(row, place.offset());
        }
        return extended;
    }
}
