package io.sluice.sql;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Selects of two to ten things whose types the compiler still knows, so that a function can take them: {@code
 * select(BOOK.title, AUTHOR.name).as(View::new).from(…)}. A NULL reaches the function as null.
 */
public final class Projections {

    private Projections() {}

    /** A select whose items are known by type; as soon as another clause is said, it is a {@code Select<Row>}. */
    public abstract static sealed class Typed extends Select<Row> permits Of2, Of3, Of4, Of5, Of6, Of7, Of8, Of9, Of10 {
        private final Selectable<?>[] items;
        private final int[] offsets;
        private final int[] entities;

        private Typed(Clauses clauses, Selectable<?>... items) {
            super(clauses, Readers.rows(clauses.projection().items(), clauses.entities()));
            this.items = items;
            offsets = new int[items.length];
            entities =
                    Arrays.stream(items).mapToInt(clauses.entities()::indexOf).toArray();
            for (int i = 1; i < items.length; i++) {
                offsets[i] = offsets[i - 1] + items[i - 1].resultItems().size();
            }
        }

        final <V> Select<V> with(RowReader<V> reader) {
            return new Select<>(clauses(), Readers.withCollections(resultItems(), row -> {
                V result = read(reader, row);
                if (result == null) {
                    throw new NullResultException(
                            "the function given to as(…) returned null, which a stream cannot hold");
                }
                return result;
            }));
        }

        /** A function that takes a primitive cannot be given NULL; it fails as it is called, which no code of the user's shows. */
        private <V> V read(RowReader<V> reader, @Nullable Object[] row) {
            try {
                return reader.read(row);
            } catch (NullPointerException e) {
                StackTraceElement[] trace = e.getStackTrace();
                boolean isOfTheCall =
                        trace.length == 0 || trace[0].getClassName().startsWith(Projections.class.getName());
                for (int i = 0; isOfTheCall && i < items.length; i++) {
                    if (value(row, i) == null) {
                        throw new NullResultException(
                                "%s is NULL, and the function given to as(…) takes a primitive there; let it take an object, or select %s.optional()"
                                        .formatted(items[i], items[i]));
                    }
                }
                throw e;
            }
        }

        /** The types tell nothing of NULL, so that a constructor fits as it is; the class comment says where nulls go. */
        @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
        final <T> T value(@Nullable Object[] row, int place) {
            return (T) (entities[place] < 0 ? items[place].read(row, offsets[place]) : row[entities[place]]);
        }
    }

    /** A select of two things. */
    public static final class Of2<A, B> extends Typed {
        Of2(Clauses clauses, Selectable<A> a, Selectable<B> b) {
            super(clauses, a, b);
        }

        public <V> Select<V> as(Of2.Into<A, B, V> function) {
            return with(row -> function.apply(value(row, 0), value(row, 1)));
        }

        /** Makes a result of 2 values. */
        @FunctionalInterface
        public interface Into<A, B, V> {
            V apply(A a, B b);
        }
    }

    /** A select of three things. */
    public static final class Of3<A, B, C> extends Typed {
        Of3(Clauses clauses, Selectable<A> a, Selectable<B> b, Selectable<C> c) {
            super(clauses, a, b, c);
        }

        public <V> Select<V> as(Of3.Into<A, B, C, V> function) {
            return with(row -> function.apply(value(row, 0), value(row, 1), value(row, 2)));
        }

        /** Makes a result of 3 values. */
        @FunctionalInterface
        public interface Into<A, B, C, V> {
            V apply(A a, B b, C c);
        }
    }

    /** A select of four things. */
    public static final class Of4<A, B, C, D> extends Typed {
        Of4(Clauses clauses, Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d) {
            super(clauses, a, b, c, d);
        }

        public <V> Select<V> as(Of4.Into<A, B, C, D, V> function) {
            return with(row -> function.apply(value(row, 0), value(row, 1), value(row, 2), value(row, 3)));
        }

        /** Makes a result of 4 values. */
        @FunctionalInterface
        public interface Into<A, B, C, D, V> {
            V apply(A a, B b, C c, D d);
        }
    }

    /** A select of five things. */
    public static final class Of5<A, B, C, D, E> extends Typed {
        Of5(Clauses clauses, Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d, Selectable<E> e) {
            super(clauses, a, b, c, d, e);
        }

        public <V> Select<V> as(Of5.Into<A, B, C, D, E, V> function) {
            return with(
                    row -> function.apply(value(row, 0), value(row, 1), value(row, 2), value(row, 3), value(row, 4)));
        }

        /** Makes a result of 5 values. */
        @FunctionalInterface
        public interface Into<A, B, C, D, E, V> {
            V apply(A a, B b, C c, D d, E e);
        }
    }

    /** A select of six things. */
    public static final class Of6<A, B, C, D, E, F> extends Typed {
        Of6(
                Clauses clauses,
                Selectable<A> a,
                Selectable<B> b,
                Selectable<C> c,
                Selectable<D> d,
                Selectable<E> e,
                Selectable<F> f) {
            super(clauses, a, b, c, d, e, f);
        }

        public <V> Select<V> as(Of6.Into<A, B, C, D, E, F, V> function) {
            return with(row -> function.apply(
                    value(row, 0), value(row, 1), value(row, 2), value(row, 3), value(row, 4), value(row, 5)));
        }

        /** Makes a result of 6 values. */
        @FunctionalInterface
        public interface Into<A, B, C, D, E, F, V> {
            V apply(A a, B b, C c, D d, E e, F f);
        }
    }

    /** A select of seven things. */
    public static final class Of7<A, B, C, D, E, F, G> extends Typed {
        Of7(
                Clauses clauses,
                Selectable<A> a,
                Selectable<B> b,
                Selectable<C> c,
                Selectable<D> d,
                Selectable<E> e,
                Selectable<F> f,
                Selectable<G> g) {
            super(clauses, a, b, c, d, e, f, g);
        }

        public <V> Select<V> as(Of7.Into<A, B, C, D, E, F, G, V> function) {
            return with(row -> function.apply(
                    value(row, 0),
                    value(row, 1),
                    value(row, 2),
                    value(row, 3),
                    value(row, 4),
                    value(row, 5),
                    value(row, 6)));
        }

        /** Makes a result of 7 values. */
        @FunctionalInterface
        public interface Into<A, B, C, D, E, F, G, V> {
            V apply(A a, B b, C c, D d, E e, F f, G g);
        }
    }

    /** A select of eight things. */
    public static final class Of8<A, B, C, D, E, F, G, H> extends Typed {
        Of8(
                Clauses clauses,
                Selectable<A> a,
                Selectable<B> b,
                Selectable<C> c,
                Selectable<D> d,
                Selectable<E> e,
                Selectable<F> f,
                Selectable<G> g,
                Selectable<H> h) {
            super(clauses, a, b, c, d, e, f, g, h);
        }

        public <V> Select<V> as(Of8.Into<A, B, C, D, E, F, G, H, V> function) {
            return with(row -> function.apply(
                    value(row, 0),
                    value(row, 1),
                    value(row, 2),
                    value(row, 3),
                    value(row, 4),
                    value(row, 5),
                    value(row, 6),
                    value(row, 7)));
        }

        /** Makes a result of 8 values. */
        @FunctionalInterface
        public interface Into<A, B, C, D, E, F, G, H, V> {
            V apply(A a, B b, C c, D d, E e, F f, G g, H h);
        }
    }

    /** A select of nine things. */
    public static final class Of9<A, B, C, D, E, F, G, H, I> extends Typed {
        Of9(
                Clauses clauses,
                Selectable<A> a,
                Selectable<B> b,
                Selectable<C> c,
                Selectable<D> d,
                Selectable<E> e,
                Selectable<F> f,
                Selectable<G> g,
                Selectable<H> h,
                Selectable<I> i) {
            super(clauses, a, b, c, d, e, f, g, h, i);
        }

        public <V> Select<V> as(Of9.Into<A, B, C, D, E, F, G, H, I, V> function) {
            return with(row -> function.apply(
                    value(row, 0),
                    value(row, 1),
                    value(row, 2),
                    value(row, 3),
                    value(row, 4),
                    value(row, 5),
                    value(row, 6),
                    value(row, 7),
                    value(row, 8)));
        }

        /** Makes a result of 9 values. */
        @FunctionalInterface
        public interface Into<A, B, C, D, E, F, G, H, I, V> {
            V apply(A a, B b, C c, D d, E e, F f, G g, H h, I i);
        }
    }

    /** A select of ten things. */
    public static final class Of10<A, B, C, D, E, F, G, H, I, J> extends Typed {
        Of10(
                Clauses clauses,
                Selectable<A> a,
                Selectable<B> b,
                Selectable<C> c,
                Selectable<D> d,
                Selectable<E> e,
                Selectable<F> f,
                Selectable<G> g,
                Selectable<H> h,
                Selectable<I> i,
                Selectable<J> j) {
            super(clauses, a, b, c, d, e, f, g, h, i, j);
        }

        public <V> Select<V> as(Of10.Into<A, B, C, D, E, F, G, H, I, J, V> function) {
            return with(row -> function.apply(
                    value(row, 0),
                    value(row, 1),
                    value(row, 2),
                    value(row, 3),
                    value(row, 4),
                    value(row, 5),
                    value(row, 6),
                    value(row, 7),
                    value(row, 8),
                    value(row, 9)));
        }

        /** Makes a result of 10 values. */
        @FunctionalInterface
        public interface Into<A, B, C, D, E, F, G, H, I, J, V> {
            V apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j);
        }
    }
}
