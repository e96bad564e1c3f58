package io.sluice.benchmark;

/** One way to do a scenario's work. A module names its contenders in {@code META-INF/services}. */
public interface Contender extends AutoCloseable {

    Scenario scenario();

    /** What reports call it; unique within its scenario. */
    String name();

    /** Connects, and prepares what a program would prepare once. Not measured. */
    void open(Database database) throws Exception;

    /** Does the whole work once, and returns a checksum of all that was read: it must be the same for every contender. */
    long iterate() throws Exception;

    @Override
    void close();
}
