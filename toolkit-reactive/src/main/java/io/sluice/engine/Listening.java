package io.sluice.engine;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listener of a user's, and what it wants to hear of. */
record Listening<E extends EngineEvent>(Class<E> kind, Consumer<? super E> listener) {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    boolean hears(Class<? extends EngineEvent> event) {
        return kind.isAssignableFrom(event);
    }

    /** It is called while a connection waits to be given back, so nothing it throws may get further than this. */
    void tell(EngineEvent event) {
        if (!kind.isInstance(event)) {
            return;
        }
        try {
            listener.accept(kind.cast(event));
        } catch (Throwable e) {
            LOG.warn(
                    "a listener of {} failed, which changes nothing else",
                    event.getClass().getSimpleName(),
                    e);
        }
    }
}
