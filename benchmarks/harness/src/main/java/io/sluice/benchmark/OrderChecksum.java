package io.sluice.benchmark;

import java.time.Instant;

/** Grows with every column of every order, in whatever order they come, so that none can be left undecoded. */
public final class OrderChecksum {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long sum;

    public void add(Order order) {
        add(order.id(), order.customerId(), order.status(), order.totalCents(), order.note(), order.createdAt());
    }

    public void add(long id, long customerId, String status, long totalCents, String note, Instant createdAt) {
        var row = id;
        row = 31 * row + customerId;
        row = 31 * row + status.hashCode();
        row = 31 * row + totalCents;
        row = 31 * row + note.hashCode();
        row = 31 * row + createdAt.getEpochSecond();
        row = 31 * row + createdAt.getNano();
        // Not linear, or two rows that swapped a column would go unnoticed.
        row = (row ^ (row >>> 32)) * GOLDEN;
        sum += row ^ (row >>> 29);
    }

    public long value() {
        return sum;
    }
}
