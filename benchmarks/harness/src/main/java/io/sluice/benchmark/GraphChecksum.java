package io.sluice.benchmark;

import java.time.Instant;

/**
 * Grows with every column of every author and of the books it has, in whatever order they come. A book counts together
 * with the author in whose list it stands.
 */
public final class GraphChecksum {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long sum;

    public void addAuthor(long id, String name, String country, Instant joinedAt) {
        var row = id;
        row = 31 * row + name.hashCode();
        row = 31 * row + country.hashCode();
        row = 31 * row + joinedAt.getEpochSecond();
        row = 31 * row + joinedAt.getNano();
        sum += mixed(row);
    }

    public void addBook(long authorId, long id, String title, int pages, long priceCents) {
        var row = authorId;
        row = 31 * row + id;
        row = 31 * row + title.hashCode();
        row = 31 * row + pages;
        row = 31 * row + priceCents;
        sum += mixed(row);
    }

    /** Not linear, or two rows that swapped a column would go unnoticed. */
    private static long mixed(long row) {
        var mixed = (row ^ (row >>> 32)) * GOLDEN;
        return mixed ^ (mixed >>> 29);
    }

    public long value() {
        return sum;
    }
}
