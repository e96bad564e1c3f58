package io.sluice.engine;

/** Is told of each statement when it has ended. It runs on the event loop: it must not block. What it throws is logged and else ignored. */
@FunctionalInterface
public interface StatementListener {

    void onStatement(StatementEvent event);
}
