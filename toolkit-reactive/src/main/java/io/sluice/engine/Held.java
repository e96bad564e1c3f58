package io.sluice.engine;

import java.util.ArrayList;
import java.util.List;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The scopes that a flow is in, noted in its Reactor Context. It serves only to find out who waits for a second connection
 * while holding one; statements never look for their connection there.
 */
final class Held {
    private static final Object KEY = Held.class;

    private Held() {}

    static Context entering(Context context, Gate gate) {
        List<Gate> gates = new ArrayList<>(gates(context));
        gates.add(gate);
        return context.put(KEY, List.copyOf(gates));
    }

    static List<Lease> in(ContextView context) {
        List<Gate> gates = gates(context);
        if (gates.isEmpty()) {
            return List.of();
        }
        List<Lease> leases = new ArrayList<>(gates.size());
        for (Gate gate : gates) {
            Lease lease = gate.lease();
            if (lease != null) {
                leases.add(lease);
            }
        }
        return leases;
    }

    private static List<Gate> gates(ContextView context) {
        return context.<List<Gate>>getOrEmpty(KEY).orElse(List.of());
    }
}
