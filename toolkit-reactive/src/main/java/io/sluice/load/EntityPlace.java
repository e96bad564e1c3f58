package io.sluice.load;

import io.sluice.load.LoadTree.Branch;
import io.sluice.mapping.Attribute;
import io.sluice.mapping.EntityTable;
import io.sluice.mapping.Relation;
import io.sluice.schema.Column;
import io.sluice.sql.tree.ResultItem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Entities in the rows of a query: selected by its user, or joined to those of another place. */
final class EntityPlace {
    private final int index;
    private final @Nullable EntityPlace owner;
    private final @Nullable Branch branch;
    private final EntityTable<Object, Object> table;
    private final int offset;
    private final LoadTree tree;
    private final List<Extra> extras = new ArrayList<>();
    private @Nullable KeyInRow key;

    /** A column that is read though it is left out unless somebody asks. */
    record Extra(Attribute<Object> attribute, int at) {}

    private EntityPlace(
            int index,
            @Nullable EntityPlace owner,
            @Nullable Branch branch,
            EntityTable<Object, Object> table,
            int offset,
            LoadTree tree) {
        this.index = index;
        this.owner = owner;
        this.branch = branch;
        this.table = table;
        this.offset = offset;
        this.tree = tree;
    }

    static EntityPlace selected(int index, EntityTable<?, ?> table, int offset, LoadTree tree) {
        return new EntityPlace(index, null, null, LoadTree.untyped(table), offset, tree);
    }

    static EntityPlace joined(
            int index, EntityPlace owner, Branch branch, EntityTable<Object, Object> table, int offset) {
        var place = new EntityPlace(index, owner, branch, table, offset, branch.below());
        place.key = KeyInRow.of(branch.relation(), owner, place);
        return place;
    }

    int index() {
        return index;
    }

    /** Whose relation leads here; null where the user selected it. */
    @Nullable
    EntityPlace owner() {
        return owner;
    }

    @Nullable
    Branch branch() {
        return branch;
    }

    /** The foreign key of the relation that leads here; null if it stands in a table between. */
    @Nullable
    KeyInRow key() {
        return key;
    }

    EntityTable<Object, Object> table() {
        return table;
    }

    /** A relation as the table of this place has it, whose columns are called as the query calls them. */
    Relation<Object, Object> own(Relation<Object, Object> relation) {
        return table.mapper().relations().stream()
                .filter(candidate -> candidate.name().equals(relation.name()))
                .map(LoadTree::untyped)
                .findFirst()
                .orElse(relation);
    }

    /** An attribute as the table of this place has it. */
    Attribute<Object> own(Attribute<Object> attribute) {
        return table.mapper().attributes().stream()
                .filter(candidate -> candidate.name().equals(attribute.name()))
                .findFirst()
                .orElse(attribute);
    }

    boolean has(List<? extends Column<?>> columns) {
        return columns.stream()
                .allMatch(column -> table.mapper().items().stream()
                        .anyMatch(item -> item.expression().equals(column.node())));
    }

    /** Where columns of its entity stand in a row. */
    int[] placesOf(List<? extends Column<?>> columns) {
        List<ResultItem> items = table.mapper().items();
        return columns.stream()
                .mapToInt(column -> offset
                        + IntStream.range(0, items.size())
                                .filter(i -> items.get(i).expression().equals(column.node()))
                                .findFirst()
                                .orElseThrow())
                .toArray();
    }

    int offset() {
        return offset;
    }

    LoadTree tree() {
        return tree;
    }

    List<Extra> extras() {
        return extras;
    }
}
