package io.sluice.engine;

import io.sluice.engine.EngineEvent.CheckedIn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.util.context.ContextView;

/** Who has which connection of a pool, and who waits for a second one. */
final class LeaseBook {
    private final Set<Lease> leases = ConcurrentHashMap.newKeySet();
    private final Set<SecondLease.Wait> waits = ConcurrentHashMap.newKeySet();
    private final Observer observer;

    LeaseBook(Observer observer) {
        this.observer = observer;
    }

    Observer observer() {
        return observer;
    }

    void enter(Lease lease) {
        leases.add(lease);
    }

    void leave(Lease lease) {
        if (leases.remove(lease) && observer.hears(CheckedIn.class)) {
            observer.tell(new CheckedIn(lease.owner(), lease.status().age()));
        }
        waits.forEach(SecondLease.Wait::look);
    }

    /** Who waits looks again whenever a lease leaves: its connection may have gone to somebody who waits as well. */
    void enter(SecondLease.Wait wait) {
        waits.add(wait);
    }

    void leave(SecondLease.Wait wait) {
        waits.remove(wait);
    }

    /** Whether the pool is done with every lease: a lease leaves when it was given back, not before. */
    boolean isEmpty() {
        return leases.isEmpty();
    }

    Collection<Lease> leases() {
        return leases;
    }

    List<LeaseStatus> status() {
        return leases.stream().map(Lease::status).toList();
    }

    /** The leases that whoever asks holds: those of the scopes it is in, and those that are handing it a row on this thread. */
    List<Lease> heldBy(ContextView context) {
        List<Lease> held = List.of();
        Thread current = Thread.currentThread();
        for (Lease lease : leases) {
            if (lease.emitsOn(current) && !lease.isOver()) {
                held = plus(held, lease);
            }
        }
        for (Lease lease : Held.in(context)) {
            if (!lease.isOver() && leases.contains(lease) && !held.contains(lease)) {
                held = plus(held, lease);
            }
        }
        return held;
    }

    private static List<Lease> plus(List<Lease> held, Lease lease) {
        List<Lease> more = held.isEmpty() ? new ArrayList<>(2) : held;
        more.add(lease);
        return more;
    }
}
