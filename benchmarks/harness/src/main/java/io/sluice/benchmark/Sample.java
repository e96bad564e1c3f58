package io.sluice.benchmark;

/** What one measured iteration took: by the clock, of the process's processor time, and in bytes allocated by all of its threads. */
public record Sample(long nanos, long cpuNanos, long allocatedBytes) {

    static Sample parse(String text) {
        var parts = text.split("/", -1);
        return new Sample(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    @Override
    public String toString() {
        return nanos + "/" + cpuNanos + "/" + allocatedBytes;
    }
}
