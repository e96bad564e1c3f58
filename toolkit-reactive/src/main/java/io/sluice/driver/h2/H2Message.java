package io.sluice.driver.h2;

import io.r2dbc.spi.R2dbcException;
import io.sluice.engine.Violated;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in H2's messages, which stand before the first value. Its drivers throw what any driver may; its codes are its own. */
final class H2Message {
    /** {@code "PUBLIC.UQ INDEX PUBLIC.UQ_INDEX_1 ON PUBLIC.T(…)"}, {@code "PUBLIC.PK PRIMARY KEY ON PUBLIC.T(…)"}. */
    private static final Pattern INDEX = Pattern.compile(
            "violation: \"(?:[^\" .]+\\.)?([^\" .]+)(?: INDEX [^ ]+| PRIMARY KEY)? ON (?:[^\" .(]+\\.)?([^\" .(]+)");

    /** {@code "FK: PUBLIC.T FOREIGN KEY(…)"}, and {@code "CK: …"}. */
    private static final Pattern CONSTRAINT =
            Pattern.compile("violation: \"([^\" :]+): ?(?:(?:[^\" .(]+\\.)?([^\" .(]+) FOREIGN KEY)?");

    private static final Pattern COLUMN = Pattern.compile("for column \"([^\"]+)\"");

    private H2Message() {}

    static Optional<Violated> violated(R2dbcException error) {
        String message = String.valueOf(error.getMessage());
        return switch (error.getErrorCode()) {
            case 23505 -> names(INDEX.matcher(message));
            case 23502 -> {
                Matcher column = COLUMN.matcher(message);
                yield column.find() ? Optional.of(new Violated(null, null, column.group(1))) : Optional.empty();
            }
            case 23503, 23506, 23513 -> names(CONSTRAINT.matcher(message));
            default -> Optional.empty();
        };
    }

    private static Optional<Violated> names(Matcher found) {
        return found.find() ? Optional.of(new Violated(found.group(1), found.group(2), null)) : Optional.empty();
    }
}
