package io.sluice.benchmark;

/** Reads a million orders, each with six columns decoded: what a layer costs for a row when it has rows without end. */
public abstract class StreamOrders implements Contender {

    static final Scenario SCENARIO = new Scenario(
            "stream",
            "Stream a million rows, six columns decoded",
            "row",
            OrdersTable.ROWS,
            "driver-tuned",
            OrdersTable.SEED);

    private final String name;

    protected StreamOrders(String name) {
        this.name = name;
    }

    /** Reads all orders, and adds each to the checksum. */
    protected abstract void read(OrderChecksum checksum) throws Exception;

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
        var checksum = new OrderChecksum();
        read(checksum);
        return checksum.value();
    }
}
