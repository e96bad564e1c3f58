package io.sluice.benchmark.compile;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What each library is asked for: the text of a select by key and of a four-table join with aggregates, each of a
 * statement that was kept and of one built for the occasion. {@code S} is what the library calls a statement.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class StatementBenchmark<S> {

    static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
    static final long AT_LEAST_CENTS = 10_000;

    // What changes from call to call in a program; not final, so that nothing is computed ahead.
    private long id = 42;
    private String status = "paid";

    private S byKey;
    private S join;

    protected abstract S orderByKey(long id);

    protected abstract S revenue(Instant since, String status, long atLeastCents);

    protected abstract Object compile(S statement);

    @Setup
    public void keepStatements() {
        byKey = orderByKey(id);
        join = revenue(SINCE, status, AT_LEAST_CENTS);
    }

    @Benchmark
    public Object byKeyKept() {
        return compile(byKey);
    }

    @Benchmark
    public Object byKeyBuilt() {
        return compile(orderByKey(id));
    }

    @Benchmark
    public Object joinKept() {
        return compile(join);
    }

    @Benchmark
    public Object joinBuilt() {
        return compile(revenue(SINCE, status, AT_LEAST_CENTS));
    }
}
