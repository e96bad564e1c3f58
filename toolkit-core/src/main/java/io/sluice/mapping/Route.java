package io.sluice.mapping;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a relation's two ends find each other: the owner's columns are equal to the target's, or to those on one side of
 * a table between them whose other side is equal to the target's.
 */
public record Route(
        List<Column<?>> owner,
        @Nullable Table between,
        List<Column<?>> betweenOwner,
        List<Column<?>> betweenTarget,
        List<Column<?>> target) {

    static Route direct(List<Column<?>> owner, List<Column<?>> target) {
        return new Route(owner, null, List.of(), List.of(), target);
    }

    /** Which columns a reader of targets compares with the owners': the target's own, or those of the table between. */
    public List<Column<?>> arriving() {
        return between == null ? target : betweenOwner;
    }
}
