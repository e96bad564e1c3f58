package io.sluice.engine;

/** The engine. */
public final class Engine {
    private Engine() {}
}
