package io.sluice.mapping;

import java.nio.charset.StandardCharsets;

/** Names in a query for tables that its user did not name. */
public final class Aliases {
    /** What every database takes. */
    private static final int MOST_BYTES = 63;

    private static final int HASH_DIGITS = 8;

    private Aliases() {}

    /** A name made of two; a long one is cut, and ends in what tells it from others that begin like it. */
    public static String of(String first, String second) {
        String whole = first + "_" + second;
        if (bytes(whole) <= MOST_BYTES) {
            return whole;
        }
        String cut = whole;
        while (bytes(cut) > MOST_BYTES - HASH_DIGITS - 1) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return "%s_%08x".formatted(cut, whole.hashCode());
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
