package io.sluice.session;

/** How sessions behave. Immutable: each method gives a changed copy. */
public final class SessionOptions {
    static final SessionOptions DEFAULTS = new SessionOptions(false);

    private final boolean isReadOnly;

    private SessionOptions(boolean isReadOnly) {
        this.isReadOnly = isReadOnly;
    }

    /** For sessions that change nothing: their transactions are read-only, and they do not remember what entities were. */
    public SessionOptions readOnly() {
        return new SessionOptions(true);
    }

    boolean isReadOnly() {
        return isReadOnly;
    }
}
