package io.sluice.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;

/** The blocking calls that BlockHound saw on threads that must not block. */
final class BlockingCalls {

    private static final Logger LOG = LoggerFactory.getLogger(NonBlockingGuard.class);
    private static final ConcurrentLinkedQueue<Throwable> SEEN = new ConcurrentLinkedQueue<>();
    private static boolean watching;

    private BlockingCalls() {}

    static synchronized void watch() {
        if (watching) {
            return;
        }
        watching = true;
        if (isBlockHoundPresent()) {
            Watch.install();
        } else {
            LOG.info(
                    "Blocking calls go unseen: BlockHound is not on the class path; add io.projectreactor.tools:blockhound");
        }
    }

    static List<Throwable> take() {
        List<Throwable> taken = new ArrayList<>();
        for (Throwable call = SEEN.poll(); call != null; call = SEEN.poll()) {
            taken.add(call);
        }
        return taken;
    }

    private static boolean isBlockHoundPresent() {
        try {
            Class.forName("reactor.blockhound.BlockHound", false, BlockingCalls.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** The only class that mentions BlockHound, so that the others load without it. */
    private static final class Watch {

        static void install() {
            try {
                BlockHound.builder()
                        .loadIntegrations()
                        // SCRAM needs a nonce on the event loop. /dev/urandom does not wait, and a read of it that is
                        // broken off leaves the generator of the whole JVM broken.
                        .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                        // r2dbc-mariadb 1.4.0 reads its own version from its jar at its first handshake.
                        .allowBlockingCallsInside("org.mariadb.r2dbc.util.VersionFactory", "getInstance")
                        // It holds a lock of its own while it queues a message, also against the event loop that reads.
                        .allowBlockingCallsInside("org.mariadb.r2dbc.client.SimpleClient", "executeWhenTransaction")
                        .allowBlockingCallsInside("org.mariadb.r2dbc.client.SimpleClient", "beginTransaction")
                        .allowBlockingCallsInside("org.mariadb.r2dbc.client.SimpleClient", "commitTransaction")
                        .allowBlockingCallsInside("org.mariadb.r2dbc.client.SimpleClient", "rollbackTransaction")
                        .allowBlockingCallsInside(
                                "org.mariadb.r2dbc.client.SimpleClient", "rollbackTransactionToSavepoint")
                        .allowBlockingCallsInside("org.mariadb.r2dbc.client.SimpleClient", "lambda$sendCommand$0")
                        .allowBlockingCallsInside("org.mariadb.r2dbc.client.SimpleClient", "lambda$sendCommand$2")
                        .blockingMethodCallback(method -> {
                            BlockingOperationError call = new BlockingOperationError(method);
                            SEEN.add(call);
                            throw call;
                        })
                        .install();
            } catch (RuntimeException e) {
                throw new IllegalStateException(
                        "The guard against blocking calls: BlockHound could not be installed; start the test JVM with"
                                + " -XX:+AllowRedefinitionToAddDeleteMethods, from JDK 21 on also -XX:+EnableDynamicAgentLoading",
                        e);
            }
        }
    }
}
