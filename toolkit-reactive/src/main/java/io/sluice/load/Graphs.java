package io.sluice.load;

import io.sluice.mapping.EntityTable;
import io.sluice.mapping.Load;
import io.sluice.mapping.LoadStrategy;
import io.sluice.sql.LoadOption;
import io.sluice.sql.Query;
import io.sluice.sql.SelectedEntities;
import io.sluice.sql.StatementException;
import io.sluice.state.Identities;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A query for entities and all that is loaded with them. It makes the query that is sent, and results of the rows that
 * come; the same for a list, for a window of a stream, and for a page.
 */
public final class Graphs<R> {
    private final Query<R> query;
    private final List<LoadTree> trees;
    private final Reading reading;
    private final int mostValues;

    private Graphs(Query<R> query, List<LoadTree> trees, Reading reading, int mostValues) {
        this.query = query;
        this.trees = trees;
        this.reading = reading;
        this.mostValues = mostValues;
    }

    /**
     * Plans a query.
     *
     * @param isGrouped whether the rows of one result must come one after the other
     * @param mostValues how many values a statement can carry
     */
    public static <R> Graphs<R> of(Query<R> query, boolean isGrouped, int mostValues) {
        SelectedEntities selected = query.entities();
        if (selected.areNestedToo()) {
            throw new StatementException(
                    "multiset(…): entities in it would be no objects of this session; nest columns or a record, or load the relation: %s"
                            .formatted(query));
        }
        List<LoadTree> trees = trees(selected, query.loads());
        return planned(query, trees, isGrouped, mostValues);
    }

    private static <R> Graphs<R> planned(Query<R> query, List<LoadTree> trees, boolean isGrouped, int mostValues) {
        SelectedEntities selected = query.entities();
        Reading reading = trees.stream().anyMatch(Graphs::needsShape)
                ? Shape.of(
                                query.tree(),
                                query.resultItems(),
                                selected,
                                trees,
                                isGrouped ? Shape.Use.RESULTS_IN_TURN : Shape.Use.RESULTS)
                        .reading()
                : bare(query, trees);
        return new Graphs<>(query, trees, reading, mostValues);
    }

    private static Reading bare(Query<?> query, List<LoadTree> trees) {
        return Reading.bare(rowsOf(query), Shape.bare(query.entities(), trees));
    }

    private static boolean needsShape(LoadTree tree) {
        return !tree.columns().isEmpty()
                || tree.branches().stream()
                        .anyMatch(branch -> branch.strategy() == LoadStrategy.JOINED
                                || branch.strategy() == LoadStrategy.CONTAINED);
    }

    private static List<LoadTree> trees(SelectedEntities selected, List<LoadOption> options) {
        List<LoadTree> trees = new ArrayList<>();
        for (SelectedEntities.Place place : selected.places()) {
            EntityTable<?, ?> table = (EntityTable<?, ?>) place.source();
            List<Load<?, ?>> loads = new ArrayList<>();
            for (LoadOption option : options) {
                if (place.source().holds(option.root())) {
                    loads.add(loadOf(option));
                }
            }
            trees.add(LoadTree.of(table, loads));
        }
        return trees;
    }

    private static Load<?, ?> loadOf(LoadOption option) {
        if (option instanceof Load<?, ?> load) {
            return load;
        }
        throw new StatementException(
                "load(%s): this session knows no such option; use those of Loads".formatted(option));
    }

    /** The query whose rows {@link #results} takes. */
    public Query<@Nullable Object[]> sent() {
        return reading.query();
    }

    /** The same, whose rows are the user's own: what would change them is loaded after the query. */
    public Graphs<R> unjoined() {
        if (!reading.multiplies() && !reading.isMoved()) {
            return this;
        }
        List<LoadTree> apart = trees.stream().map(LoadTree::withoutJoins).toList();
        Graphs<R> unjoined = planned(query, apart, false, mostValues);
        if (unjoined.multiplies()) {
            throw new StatementException(
                    "page(): a collection that the query contains takes several rows for one result, so a page would cut it; load it with selectIn(…) or joined(…)");
        }
        return unjoined;
    }

    /** The rows of a query as they are, with nothing loaded. */
    public static Query<@Nullable Object[]> rowsOf(Query<?> query) {
        return new RawQuery(query.tree(), query.resultItems());
    }

    /** Whether the rows of one result can be many, because a collection is joined to it. */
    public boolean multiplies() {
        return reading.multiplies();
    }

    /** Whether the rows of one result may come apart, so that only all of them together tell what it is. */
    public boolean splits() {
        return reading.splits();
    }

    /** Whether further queries follow the first. */
    public boolean loadsMore() {
        return trees.stream().anyMatch(Graphs::loadsMore);
    }

    private static boolean loadsMore(LoadTree tree) {
        return tree.branches().stream()
                .anyMatch(branch -> branch.strategy() == LoadStrategy.SELECT_IN
                        || branch.strategy() == LoadStrategy.SUBQUERY
                        || loadsMore(branch.below()));
    }

    /** What rows of one result have in common: their number, or the ids of its entities and the values beside them. */
    @SuppressWarnings("NullAway") // it cannot see through the module's class files that a row may hold nulls
    public Object keyOf(@Nullable Object[] row) {
        if (reading.number() != Reading.NOT_NUMBERED) {
            return row[reading.number()];
        }
        List<@Nullable Object> key = new ArrayList<>();
        int next = 0;
        for (EntityPlace place : reading.places()) {
            if (place.owner() == null) {
                addValues(key, row, next, place.offset());
                key.add(place.table().mapper().id(row, place.offset()));
                next = place.offset() + place.table().mapper().items().size();
            }
        }
        addValues(key, row, next, query.resultItems().size());
        return key;
    }

    /** Bytes are told apart by what they are. */
    private static void addValues(List<@Nullable Object> key, @Nullable Object[] row, int from, int to) {
        for (int i = from; i < to; i++) {
            key.add(row[i] instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : row[i]);
        }
    }

    /**
     * The results of rows, with everything loaded.
     *
     * @param isWhole whether these are all rows of the query, so that it can be said again as a subquery
     */
    @SuppressWarnings("NullAway") // it cannot see through the module's class files that a row may hold nulls
    public Mono<List<R>> results(List<@Nullable Object[]> rows, boolean isWhole, Reads reads, Identities identities) {
        return Mono.defer(() -> {
            var entities = new Rows(reading.places(), identities);
            List<R> results = new ArrayList<>(rows.size());
            Set<Object> seen = new HashSet<>();
            for (@Nullable Object[] row : rows) {
                @Nullable Object[] found = entities.read(row);
                if (!reading.multiplies() || seen.add(keyOf(row))) {
                    results.add(query.assembly().read(assembled(row, found)));
                }
            }
            if (trees.stream().allMatch(LoadTree::isEmpty)) {
                return Mono.just(results);
            }
            return new Filling(reads, identities, mostValues)
                    .complete(entities, reading.places(), isWhole ? reading.query() : null)
                    .thenReturn(results);
        });
    }

    private @Nullable Object[] assembled(@Nullable Object[] row, @Nullable Object[] found) {
        int selected = query.entities().places().size();
        int columns = query.resultItems().size();
        @Nullable Object[] assembled = Arrays.copyOf(row, columns + selected);
        System.arraycopy(found, 0, assembled, columns, selected);
        return assembled;
    }

    @Override
    public String toString() {
        return query.toString();
    }

    /** Loads with entities that are there. */
    public static Mono<Void> load(
            EntityTable<?, ?> table,
            List<?> entities,
            List<? extends Load<?, ?>> loads,
            Reads reads,
            Identities identities,
            int mostValues) {
        return Mono.defer(() -> {
            LoadTree tree = LoadTree.of(table, loads).withoutQuery();
            return new Filling(reads, identities, mostValues).fill(List.copyOf(entities), tree, null);
        });
    }
}
