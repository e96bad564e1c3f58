package io.sluice.schema;

import io.sluice.sql.Expression;
import io.sluice.sql.tree.Atom;
import io.sluice.sql.tree.DefinitionNode;
import io.sluice.sql.tree.Expr;
import io.sluice.sql.tree.SequenceNode;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;

/**
 * Numbers that the database counts up, each given once.
 *
 * <pre>{@code
 * static final Sequence ORDER_NUMBERS = Sequence.of("order_numbers").startingAt(1000);
 * column("number", BIGINT, serverDefault(ORDER_NUMBERS.next()))
 * }</pre>
 */
public final class Sequence implements SchemaObject {
    private final SequenceNode node;

    private Sequence(SequenceNode node) {
        this.node = node;
    }

    public static Sequence of(String name) {
        return of(TableName.of(name));
    }

    public static Sequence of(TableName name) {
        return new Sequence(new SequenceNode(name.identity(), null, null, null, null, null, false));
    }

    public Sequence startingAt(long start) {
        return new Sequence(new SequenceNode(
                node.name(), start, node.increment(), node.least(), node.greatest(), node.cache(), node.cycles()));
    }

    public Sequence incrementingBy(long increment) {
        return new Sequence(new SequenceNode(
                node.name(), node.start(), increment, node.least(), node.greatest(), node.cache(), node.cycles()));
    }

    /** The numbers it may give, both ends among them. */
    public Sequence between(long least, long greatest) {
        return new Sequence(new SequenceNode(
                node.name(), node.start(), node.increment(), least, greatest, node.cache(), node.cycles()));
    }

    /** How many numbers a session takes at once; those it does not use are lost. */
    public Sequence caching(long count) {
        return new Sequence(new SequenceNode(
                node.name(), node.start(), node.increment(), node.least(), node.greatest(), count, node.cycles()));
    }

    /** After the last number comes the first again. */
    public Sequence cycling() {
        return new Sequence(new SequenceNode(
                node.name(), node.start(), node.increment(), node.least(), node.greatest(), node.cache(), true));
    }

    /** The next number, taken from the sequence for good each time the expression is computed. */
    public Expression<Long> next() {
        return new Next(new Atom.NextValue(node.name()));
    }

    @Override
    public Definition create() {
        return Definition.of(new DefinitionNode.CreateSequence(node));
    }

    @Override
    public Definition drop() {
        return Definition.of(new DefinitionNode.DropSequence(node.name()));
    }

    @Override
    public String toString() {
        return node.name().schema() == null
                ? node.name().name()
                : node.name().schema() + "." + node.name().name();
    }

    private record Next(Expr node) implements Expression<Long> {
        @Override
        public SqlType<Long> type() {
            return SqlTypes.BIGINT;
        }
    }
}
