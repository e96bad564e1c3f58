package io.sluice.sql;

import io.sluice.sql.tree.CompoundNode;
import io.sluice.sql.tree.QueryNode;
import io.sluice.sql.tree.SelectNode;
import io.sluice.sql.tree.SourceNode;
import java.util.List;

/** A query in FROM. */
public final class Derived extends Carried {
    private final SourceNode.Derived node;

    private Derived(SourceNode.Derived node, List<Field<?>> fields) {
        super(node, fields);
        this.node = node;
    }

    static Derived of(RowQuery<?> query, String alias) {
        var tree = (QueryNode) Subqueries.labelled(query.tree());
        List<Field<?>> fields = fieldsOf(query.resultItems());
        // a select names its columns itself; rows written out and SQL by hand are named from outside
        boolean namesItself = tree instanceof SelectNode || tree instanceof CompoundNode;
        return new Derived(
                new SourceNode.Derived(
                        tree, Names.require(alias, "an alias"), namesItself ? List.of() : namesOf(fields), false),
                fields);
    }

    /** Lets it refer to what stands before it in FROM. */
    public Derived lateral() {
        return new Derived(new SourceNode.Derived(node.query(), node.alias(), node.columns(), true), fields());
    }
}
