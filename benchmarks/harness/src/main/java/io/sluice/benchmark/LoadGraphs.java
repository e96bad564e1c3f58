package io.sluice.benchmark;

/**
 * Reads authors with their books, a thousand authors at a time, each thousand from nothing, as a request would: what it
 * costs to make objects that refer to each other out of rows.
 */
public abstract class LoadGraphs implements Contender {

    /** How many authors are read together. */
    protected static final int TOGETHER = 1_000;

    static final Scenario SCENARIO = new Scenario(
            "graphs",
            "Load a thousand authors with ten books each",
            "author",
            LibraryTables.AUTHORS,
            "driver-join",
            LibraryTables.SEED);

    private final String name;

    protected LoadGraphs(String name) {
        this.name = name;
    }

    /** Reads the authors whose ids are within these bounds, with their books, and adds all of them to the checksum. */
    protected abstract void read(long firstId, long lastId, GraphChecksum checksum) throws Exception;

    @Override
    public final Scenario scenario() {
        return SCENARIO;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final long iterate() throws Exception {
        var checksum = new GraphChecksum();
        for (long first = 1; first <= LibraryTables.AUTHORS; first += TOGETHER) {
            read(first, first + TOGETHER - 1, checksum);
        }
        return checksum.value();
    }
}
