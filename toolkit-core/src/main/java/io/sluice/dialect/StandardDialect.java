package io.sluice.dialect;

import java.util.Set;

/** For people to read: what a statement's {@code toString} shows. No database speaks it. */
public final class StandardDialect extends Dialect {

    public StandardDialect() {
        super("standard SQL");
    }

    @Override
    public boolean isSpokenBy(String databaseName) {
        return false;
    }

    @Override
    protected Set<String> reservedWords() {
        return ReservedWords.STANDARD;
    }

    /** Anything may be shown. */
    @Override
    protected int longestName() {
        return Integer.MAX_VALUE;
    }
}
