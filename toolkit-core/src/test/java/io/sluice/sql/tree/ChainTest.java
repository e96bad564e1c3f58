package io.sluice.sql.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 40})
    void givesEachVersionWhatWasAddedToIt(int size) {
        Chain<Integer> base = upTo(size);

        Chain<Integer> one = base.plus(-1).plus(-2);
        Chain<Integer> other = base.plus(-3).plusAll(List.of(-4, -5));

        assertThat(base).containsExactlyElementsOf(numbers(size));
        assertThat(one.subList(0, size)).isEqualTo(base);
        assertThat(one.subList(size, one.size())).containsExactly(-1, -2);
        assertThat(other.subList(0, size)).isEqualTo(base);
        assertThat(other.subList(size, other.size())).containsExactly(-3, -4, -5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 16, 20, 1_000})
    @Timeout(60)
    void sharesNothingAmongThreadsThatExtendOneVersion(int size) throws Exception {
        Chain<Integer> base = upTo(size);
        List<Callable<Chain<Integer>>> extensions = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            int own = -1 - thread;
            extensions.add(() -> {
                Chain<Integer> mine = base;
                for (int i = 0; i < 10_000; i++) {
                    mine = mine.plus(own);
                }
                return mine;
            });
        }
        var threads = Executors.newFixedThreadPool(8);
        try {
            var results = threads.invokeAll(extensions);
            for (int thread = 0; thread < 8; thread++) {
                Chain<Integer> mine = results.get(thread).get();
                assertThat(mine).hasSize(size + 10_000);
                assertThat(mine.subList(0, size)).isEqualTo(numbers(size));
                assertThat(mine.subList(size, mine.size())).containsOnly(-1 - thread);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(base).containsExactlyElementsOf(numbers(size));
    }

    @Test
    void keepsWhatItWasMadeOfToItself() {
        Integer[] array = {1, 2, 3};
        List<Integer> list = Arrays.asList(array);

        Chain<Integer> chain = Chain.copyOf(list);
        array[0] = 9;

        assertThat(chain).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> chain.set(0, 9)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> chain.add(9)).isInstanceOf(UnsupportedOperationException.class);
    }

    /** A constant lives as long as the program, what callers add to it should not. */
    @Test
    void doesNotHoldInAShortVersionWhatWasAddedToIt() {
        Chain<Object> constant = Chain.of("first", "second");
        Object[] added = {new Object()};
        assertThat(constant.plus(added[0])).hasSize(3);

        var reference = new WeakReference<>(added[0]);
        added[0] = "gone";
        for (int i = 0; i < 100 && reference.get() != null; i++) {
            System.gc();
        }

        assertThat(reference.get()).isNull();
        assertThat(constant).hasSize(2);
    }

    private static Chain<Integer> upTo(int size) {
        Chain<Integer> chain = Chain.empty();
        for (int i = 0; i < size; i++) {
            chain = chain.plus(i);
        }
        return chain;
    }

    private static List<Integer> numbers(int size) {
        return IntStream.range(0, size).boxed().toList();
    }
}
