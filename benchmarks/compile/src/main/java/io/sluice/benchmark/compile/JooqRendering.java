package io.sluice.benchmark.compile;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The rival: jOOQ renders afresh every time, a statement that was kept as well as one just built. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class JooqRendering {

    static final DSLContext JOOQ = DSL.using(
            SQLDialect.POSTGRES, new Settings().withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED));

    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

    private final Select<?> byKey = JooqStatements.orderByKey(42);
    private final Select<?> join = JooqStatements.revenueByCustomerAndCategory(SINCE, "paid", 10_000);

    // What changes from call to call in a program; not final, so that nothing is computed ahead.
    private long id = 42;
    private String status = "paid";

    @Benchmark
    public String byKeyKept() {
        return JOOQ.render(byKey);
    }

    @Benchmark
    public String byKeyBuilt() {
        return JOOQ.render(JooqStatements.orderByKey(id));
    }

    @Benchmark
    public String joinKept() {
        return JOOQ.render(join);
    }

    @Benchmark
    public String joinBuilt() {
        return JOOQ.render(JooqStatements.revenueByCustomerAndCategory(SINCE, status, 10_000));
    }
}
