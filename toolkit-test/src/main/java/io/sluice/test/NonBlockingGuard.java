package io.sluice.test;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A JUnit extension that fails a test when a thread that must not block did so, also where the error of BlockHound was swallowed on its
 * way. It guards the whole JVM from its first test class on, and does nothing if BlockHound is not on the class path. Of tests that run
 * in parallel, the first to end after the call is the one that fails.
 */
public final class NonBlockingGuard implements AfterEachCallback, AfterAllCallback {

    /** Called by JUnit, which makes extensions before tests: a thread that is parked while BlockHound rewrites the JDK dies when it wakes. */
    public NonBlockingGuard() {
        BlockingCalls.watch();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        refuseBlockingCalls();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        refuseBlockingCalls();
    }

    /** The blocking calls since the last look. A test that expects one takes it out by this, and so does not fail. */
    public static List<Throwable> takeBlockingCalls() {
        return BlockingCalls.take();
    }

    static void refuseBlockingCalls() {
        List<Throwable> calls = BlockingCalls.take();
        if (calls.isEmpty()) {
            return;
        }
        AssertionError failure = new AssertionError(
                "A thread that must not block did: %s; move the call to Schedulers.boundedElastic(), or wait without blocking"
                        .formatted(calls.get(0).getMessage()));
        calls.forEach(failure::addSuppressed);
        throw failure;
    }
}
