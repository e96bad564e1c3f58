package io.sluice.sql.tree;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.sql.tree.Atom.Param;
import java.util.List;

/**
 * One change for many sets of values: each set has a value for each of the params, in their order. Sets that agree in
 * their key, which are the places of some of these params, touch the same rows and cannot share a statement; where there
 * is no key, any sets can.
 */
public record BatchNode(ChangeNode change, List<Param> params, List<Integer> key, Chain<List<Bind>> sets)
        implements StatementNode {

    /** The same for other sets. */
    public BatchNode with(Chain<List<Bind>> others) {
        return new BatchNode(change, params, key, others);
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitBatch(this);
    }
}
