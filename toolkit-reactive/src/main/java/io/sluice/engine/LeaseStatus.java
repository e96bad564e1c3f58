package io.sluice.engine;

import java.time.Duration;

/** A connection that is in use: by what, and for how long. The owner is a statement without its values, or a scope and its place. */
public record LeaseStatus(String owner, Duration age) {}
