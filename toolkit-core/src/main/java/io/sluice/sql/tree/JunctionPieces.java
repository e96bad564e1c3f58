package io.sluice.sql.tree;

import io.sluice.sql.tree.Predicate.Junction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The terms of a junction and of the junctions among them, with words and parentheses between, without a call for each level. */
final class JunctionPieces implements Iterator<Object> {
    private final Deque<Object> pending = new ArrayDeque<>();

    JunctionPieces(Junction junction) {
        push(junction);
    }

    @Override
    public boolean hasNext() {
        return !pending.isEmpty();
    }

    @Override
    public Object next() {
        Object next = pending.pop();
        if (next instanceof Junction junction) {
            push(junction);
            return pending.pop();
        }
        return next;
    }

    boolean sameAs(JunctionPieces other) {
        while (hasNext() && other.hasNext()) {
            if (!next().equals(other.next())) {
                return false;
            }
        }
        return hasNext() == other.hasNext();
    }

    private void push(Junction junction) {
        List<Expr> terms = junction.terms();
        pending.push(")");
        for (int i = terms.size() - 1; i >= 0; i--) {
            pending.push(terms.get(i));
            if (i > 0) {
                pending.push(junction.isAnd() ? " AND " : " OR ");
            }
        }
        pending.push("(");
    }
}
