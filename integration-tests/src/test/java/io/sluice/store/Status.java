package io.sluice.store;

/** Kept by name. */
public enum Status {
    ACTIVE,
    GONE
}
