package io.sluice.engine;

import static io.sluice.engine.Readings.READINGS;
import static io.sluice.sql.Sql.select;

import io.netty.util.internal.PlatformDependent;
import io.sluice.sql.Row;
import io.sluice.sql.Select;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A program that reads a stream in a JVM of its own, whose memory nobody else uses. */
public final class MemoryProbe {
    private static final Select<Row> ALL = select(
                    READINGS.id,
                    READINGS.customerId,
                    READINGS.status,
                    READINGS.cents,
                    READINGS.note,
                    READINGS.createdAt)
            .from(READINGS);

    /** How long a subscriber that stops asking is watched. */
    private static final Duration STALL = Duration.ofSeconds(3);

    private MemoryProbe() {}

    /** Arguments: {@code read} or {@code stall}; {@code engine} or {@code transaction}; the database's URL. */
    public static void main(String... args) {
        Engine engine = Engine.create(args[2]);
        Flux<Row> rows = args[1].equals("engine")
                ? engine.execute(ALL).all()
                : engine.streamInTransaction(tx -> tx.execute(ALL).all());
        System.out.println("result " + (args[0].equals("read") ? sumOfIds(rows) : heldByAStall(rows)));
        engine.close().block();
        System.exit(0);
    }

    private static long sumOfIds(Flux<Row> rows) {
        var sum = new AtomicLong();
        rows.doOnNext(row -> sum.addAndGet(row.get(READINGS.id))).blockLast();
        return sum.get();
    }

    /** The most bytes that a stream holds whose subscriber took some rows and asks for no more, on the heap and beside it. */
    private static long heldByAStall(Flux<Row> rows) {
        rows.take(50_000).blockLast();
        long before = live();
        var stalling = new BaseSubscriber<Row>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                request(5_000);
            }
        };
        rows.subscribe(stalling);
        long most = 0;
        for (long end = System.nanoTime() + STALL.toNanos(); System.nanoTime() < end; ) {
            most = Math.max(most, live() - before);
            Mono.delay(Duration.ofMillis(100)).block();
        }
        stalling.cancel();
        return most + direct();
    }

    /** The heap after what nobody holds is gone. */
    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** All of it, also what was there before: an allocator gives little back. */
    private static long direct() {
        long netty = Math.max(0, PlatformDependent.usedDirectMemory());
        return netty
                + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .filter(pool -> pool.getName().equals("direct"))
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum();
    }
}
