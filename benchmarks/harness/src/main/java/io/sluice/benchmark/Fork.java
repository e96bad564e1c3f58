package io.sluice.benchmark;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The process that measures one contender: warms it up, measures it, prints its {@link Figures}. */
public final class Fork {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Fork() {}

    /** Arguments: scenario, contender, warm-up iterations, measured iterations, then those of the {@link Database}. */
    public static void main(String... args) {
        // The exit is explicit because event loops would keep the process alive, after a failure above all.
        try (var contender = Roster.find(args[0], args[1])) {
            contender.open(Database.fromArguments(List.of(args).subList(4, args.length)));
            var figures = measure(contender, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
            System.out.println(figures.toLine());
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    static Figures measure(Contender contender, int warmup, int iterations) throws Exception {
        var checksum = contender.iterate();
        for (int i = 1; i < warmup; i++) {
            requireSame(checksum, contender.iterate());
        }
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < iterations; i++) {
            var allocated = THREADS.getTotalThreadAllocatedBytes();
            var cpu = PROCESS.getProcessCpuTime();
            var start = System.nanoTime();
            var found = contender.iterate();
            var nanos = System.nanoTime() - start;
            requireSame(checksum, found);
            samples.add(new Sample(
                    nanos, PROCESS.getProcessCpuTime() - cpu, THREADS.getTotalThreadAllocatedBytes() - allocated));
        }
        return new Figures(checksum, samples);
    }

    private static void requireSame(long expected, long found) {
        if (found != expected) {
            throw new IllegalStateException(
                    "iterations disagree: the first gave checksum %d, this one %d; they must all do the same work"
                            .formatted(expected, found));
        }
    }
}
