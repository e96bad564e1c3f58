package io.sluice.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GraphChecksumTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.000013Z");

    @Test
    void doesNotMindTheOrderOfBooks() {
        assertThat(of(sum -> {
                    sum.addBook(1, 1, "Notes", 50, 100);
                    sum.addBook(1, 2, "Letters", 60, 200);
                }))
                .isEqualTo(of(sum -> {
                    sum.addBook(1, 2, "Letters", 60, 200);
                    sum.addBook(1, 1, "Notes", 50, 100);
                }));
    }

    @Test
    void changesWithEveryColumnOfAnAuthor() {
        assertThat(of(sum -> sum.addAuthor(1, "Ada", "ke", NOON)))
                .isNotEqualTo(of(sum -> sum.addAuthor(9, "Ada", "ke", NOON)))
                .isNotEqualTo(of(sum -> sum.addAuthor(1, "Eva", "ke", NOON)))
                .isNotEqualTo(of(sum -> sum.addAuthor(1, "Ada", "nz", NOON)))
                .isNotEqualTo(of(sum -> sum.addAuthor(1, "Ada", "ke", NOON.plusNanos(1000))));
    }

    @Test
    void changesWithEveryColumnOfABookAndWithItsAuthor() {
        assertThat(of(sum -> sum.addBook(1, 1, "Notes", 50, 100)))
                .isNotEqualTo(of(sum -> sum.addBook(9, 1, "Notes", 50, 100)))
                .isNotEqualTo(of(sum -> sum.addBook(1, 9, "Notes", 50, 100)))
                .isNotEqualTo(of(sum -> sum.addBook(1, 1, "Votes", 50, 100)))
                .isNotEqualTo(of(sum -> sum.addBook(1, 1, "Notes", 51, 100)))
                .isNotEqualTo(of(sum -> sum.addBook(1, 1, "Notes", 50, 101)));
    }

    @Test
    void noticesBooksThatSwappedTheirAuthors() {
        assertThat(of(sum -> {
                    sum.addBook(1, 1, "Notes", 50, 100);
                    sum.addBook(2, 2, "Letters", 60, 200);
                }))
                .isNotEqualTo(of(sum -> {
                    sum.addBook(2, 1, "Notes", 50, 100);
                    sum.addBook(1, 2, "Letters", 60, 200);
                }));
    }

    private static long of(Consumer<GraphChecksum> added) {
        var checksum = new GraphChecksum();
        added.accept(checksum);
        return checksum.value();
    }
}
