package io.sluice.session;

/** How sessions behave. Immutable: each method gives a changed copy. */
public final class SessionOptions {
    static final SessionOptions DEFAULTS = new SessionOptions(false);

    private final boolean isReadOnly;

    private SessionOptions(boolean isReadOnly) {
        this.isReadOnly = isReadOnly;
    }

    /** For sessions that change nothing: they do not remember what entities were, and transactions that {@code inTransaction} begins are read-only. */
    public SessionOptions readOnly() {
        return new SessionOptions(true);
    }

    boolean isReadOnly() {
        return isReadOnly;
    }
}
