package io.sluice.sql.tree;

import java.util.AbstractList;
import java.util.Collection;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An immutable list to which adding one element costs the same however long it is, as long as each version is extended
 * once; whoever extends a version for the second time pays for a copy. Statements grow clause by clause and conditions
 * term by term, so that copying each time would take quadratic time for thousands of terms.
 *
 * <p>Versions share one array. A version owns the places up to its size; the first to claim the next place may write
 * there, and no version that exists can see it.
 */
public final class Chain<E> extends AbstractList<E> implements RandomAccess {
    private static final AtomicInteger NONE_FREE = new AtomicInteger();
    private static final Chain<?> EMPTY = new Chain<>(new Object[0], NONE_FREE, 0);
    /** Shorter versions keep no place free: a constant must not hold what somebody else's statement added to it. */
    private static final int SHARED_FROM = 16;

    private final Object[] places;
    private final AtomicInteger claimed;
    private final int size;

    private Chain(Object[] places, AtomicInteger claimed, int size) {
        this.places = places;
        this.claimed = claimed;
        this.size = size;
    }

    @SuppressWarnings("unchecked") // an empty chain holds nothing of any type
    public static <E> Chain<E> empty() {
        return (Chain<E>) EMPTY;
    }

    public static <E> Chain<E> of(E element) {
        return Chain.<E>empty().plus(element);
    }

    public static <E> Chain<E> of(E first, E second) {
        return of(first).plus(second);
    }

    public static <E> Chain<E> copyOf(Collection<? extends E> elements) {
        return elements.isEmpty() ? empty() : owning(elements.toArray());
    }

    public Chain<E> plus(E element) {
        if (size < places.length && claimed.compareAndSet(size, size + 1)) {
            places[size] = element;
            return new Chain<>(places, claimed, size + 1);
        }
        boolean isShort = size < SHARED_FROM;
        Object[] grown = new Object[isShort ? size + 1 : size * 2];
        System.arraycopy(places, 0, grown, 0, size);
        grown[size] = element;
        return new Chain<>(grown, isShort ? NONE_FREE : new AtomicInteger(size + 1), size + 1);
    }

    public Chain<E> plusAll(Collection<? extends E> elements) {
        if (isEmpty() && elements instanceof Chain<? extends E> chain) {
            @SuppressWarnings("unchecked") // a chain only gives elements out
            var same = (Chain<E>) chain;
            return same;
        }
        Chain<E> all = this;
        for (E element : elements) {
            all = all.plus(element);
        }
        return all;
    }

    @Override
    @SuppressWarnings("unchecked") // only elements of E are ever put in
    public E get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("element %d of %d".formatted(index, size));
        }
        return (E) places[index];
    }

    @Override
    public int size() {
        return size;
    }

    private static <E> Chain<E> owning(Object[] elements) {
        for (Object element : elements) {
            if (element == null) {
                throw new NullPointerException("a chain holds no null");
            }
        }
        return new Chain<>(elements, NONE_FREE, elements.length);
    }
}
