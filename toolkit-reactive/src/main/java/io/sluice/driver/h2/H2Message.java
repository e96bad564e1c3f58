package io.sluice.driver.h2;

import io.r2dbc.spi.R2dbcException;
import io.sluice.engine.Violated;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names in H2's messages, which stand before the first value. Its drivers throw what any driver may; its codes are its own. */
final class H2Message {
    private static final String NAME = "(\"(?:[^\"]|\"\")+\"|[^\" .(:]+)";
    private static final String QUALIFIED = "(?:" + NAME + "\\.)?" + NAME;

    /** {@code "PUBLIC.UQ INDEX PUBLIC.UQ_INDEX_1 ON PUBLIC.T(A NULLS FIRST) …"}, {@code "PUBLIC.PK PRIMARY KEY ON PUBLIC.T(ID) …"}. */
    private static final Pattern INDEX = Pattern.compile(
            "violation: \"" + QUALIFIED + "(?: INDEX .*?| PRIMARY KEY)? ON " + QUALIFIED + "\\(([^()]*)\\)");

    /** {@code "FK: PUBLIC.T FOREIGN KEY(A) REFERENCES …"}. */
    private static final Pattern FOREIGN_KEY =
            Pattern.compile("violation: \"" + NAME + ": " + QUALIFIED + " FOREIGN KEY\\(([^()]*)\\)");

    /** {@code "CK: …"}. */
    private static final Pattern CHECK = Pattern.compile("violation: \"" + NAME + ":");

    private static final Pattern COLUMN = Pattern.compile("for column \"(.+?)\"; SQL");

    /** What stands after a column in an index. */
    private static final Pattern ORDER = Pattern.compile("( ASC| DESC)?( NULLS (FIRST|LAST))?$");

    private H2Message() {}

    static Optional<Violated> violated(R2dbcException error) {
        String message = String.valueOf(error.getMessage());
        return switch (error.getErrorCode()) {
            case 23505 -> {
                Matcher found = INDEX.matcher(message);
                yield found.find()
                        ? Optional.of(new Violated(
                                name(found.group(2)),
                                name(found.group(3)),
                                name(found.group(4)),
                                columns(found.group(5))))
                        : Optional.empty();
            }
            case 23502 -> {
                Matcher found = COLUMN.matcher(message);
                yield found.find()
                        ? Optional.of(new Violated(null, null, null, List.of(found.group(1))))
                        : Optional.empty();
            }
            case 23503, 23506 -> {
                Matcher found = FOREIGN_KEY.matcher(message);
                yield found.find()
                        ? Optional.of(new Violated(
                                name(found.group(1)),
                                name(found.group(2)),
                                name(found.group(3)),
                                columns(found.group(4))))
                        : Optional.empty();
            }
            case 23513 -> {
                Matcher found = CHECK.matcher(message);
                yield found.find()
                        ? Optional.of(new Violated(name(found.group(1)), null, null, List.of()))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static List<String> columns(String list) {
        return Pattern.compile(", ")
                .splitAsStream(list)
                .map(column -> String.valueOf(name(ORDER.matcher(column).replaceFirst(""))))
                .toList();
    }

    private static @Nullable String name(@Nullable String told) {
        if (told == null || told.length() < 2 || !told.startsWith("\"") || !told.endsWith("\"")) {
            return told;
        }
        return told.substring(1, told.length() - 1).replace("\"\"", "\"");
    }
}
