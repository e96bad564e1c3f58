package io.sluice.gates;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** No call of, and no reference to, a method that waits for something: the first law. */
public final class NeverBlock extends ArchCondition<JavaClass> {

    private static final Map<String, Set<String>> BLOCKING = Map.ofEntries(
            Map.entry("reactor.core.publisher.Mono", Set.of("block", "blockOptional")),
            Map.entry("reactor.core.publisher.Flux", Set.of("blockFirst", "blockLast", "toIterable", "toStream")),
            Map.entry("java.lang.Object", Set.of("wait")),
            Map.entry("java.lang.Process", Set.of("waitFor")),
            Map.entry("java.lang.Thread", Set.of("sleep", "join")),
            Map.entry("java.util.concurrent.BlockingQueue", Set.of("put", "take", "poll", "offer")),
            Map.entry("java.util.concurrent.CompletableFuture", Set.of("get", "join")),
            Map.entry("java.util.concurrent.CountDownLatch", Set.of("await")),
            Map.entry("java.util.concurrent.CyclicBarrier", Set.of("await")),
            Map.entry(
                    "java.util.concurrent.ExecutorService",
                    Set.of("awaitTermination", "close", "invokeAll", "invokeAny")),
            Map.entry("java.util.concurrent.Exchanger", Set.of("exchange")),
            Map.entry("java.util.concurrent.Future", Set.of("get")),
            Map.entry(
                    "java.util.concurrent.Phaser",
                    Set.of("arriveAndAwaitAdvance", "awaitAdvance", "awaitAdvanceInterruptibly")),
            Map.entry("java.util.concurrent.Semaphore", Set.of("acquire", "acquireUninterruptibly")),
            Map.entry("java.util.concurrent.locks.Condition", Set.of("await", "awaitNanos", "awaitUntil")),
            Map.entry("java.util.concurrent.locks.Lock", Set.of("lock", "lockInterruptibly")),
            Map.entry("java.util.concurrent.locks.LockSupport", Set.of("park", "parkNanos", "parkUntil")),
            Map.entry("java.util.concurrent.locks.StampedLock", Set.of("readLock", "writeLock")));

    /** The rule for classes that run on event loops. */
    public NeverBlock() {
        super("never block");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getAccessesFromSelf().stream()
                .filter(access -> blocks(access.getTarget()))
                .map(JavaAccess::getDescription)
                .forEach(where -> events.add(SimpleConditionEvent.violated(type, where)));
    }

    private static boolean blocks(AccessTarget target) {
        return BLOCKING.entrySet().stream()
                .anyMatch(entry -> entry.getValue().contains(target.getName())
                        && target.getOwner().isAssignableTo(entry.getKey()));
    }
}
