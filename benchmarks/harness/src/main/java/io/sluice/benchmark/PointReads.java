package io.sluice.benchmark;

import java.util.List;
import java.util.stream.LongStream;

/** Reads orders one at a time by their key: what a layer costs for a statement when its result is a single row. */
public abstract class PointReads implements Contender {

    /** Connections of a contender that reads many at a time. */
    protected static final int POOL = 10;

    private static final long PRIME = 7_919;

    static final Scenario CONCURRENT = new Scenario(
            "point", "Select by key, 64 at a time over a pool of 10", "read", 20_000, "driver-tuned", OrdersTable.SEED);

    static final Scenario SEQUENTIAL = new Scenario(
            "sequence",
            "Select by key, one after the other on one connection",
            "read",
            5_000,
            "driver-tuned",
            OrdersTable.SEED);

    private final String name;
    private final boolean isConcurrent;

    protected PointReads(String name, boolean isConcurrent) {
        this.name = name;
        this.isConcurrent = isConcurrent;
    }

    /** Reads the orders with these keys, so many at a time, and adds each to the checksum. */
    protected abstract void read(List<Long> keys, int atATime, OrderChecksum checksum) throws Exception;

    protected final boolean isConcurrent() {
        return isConcurrent;
    }

    @Override
    public final Scenario scenario() {
        return isConcurrent ? CONCURRENT : SEQUENTIAL;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final long iterate() throws Exception {
        var checksum = new OrderChecksum();
        var keys = LongStream.range(0, scenario().work()).map(n -> 1 + n * PRIME % OrdersTable.ROWS);
        read(keys.boxed().toList(), isConcurrent ? 64 : 1, checksum);
        return checksum.value();
    }
}
