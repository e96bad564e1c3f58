package io.sluice.store;

import jakarta.persistence.EnumeratedValue;

/** Kept by a code of its own. */
public enum Level {
    BRONZE("b"),
    GOLD("g");

    @EnumeratedValue
    final String code;

    Level(String code) {
        this.code = code;
    }
}
