package io.sluice.driver.mariadb;

import io.r2dbc.spi.R2dbcException;
import io.sluice.engine.Violated;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in MariaDB's messages. Where a value stands before a name, the name is the last that is quoted. */
final class MariadbMessage {
    private static final String NAME = "`((?:[^`]|``)+)`";
    private static final Pattern KEY = Pattern.compile("for key '([^']+)'$");
    private static final Pattern FOREIGN_KEY =
            Pattern.compile("\\(" + NAME + "\\." + NAME + ", CONSTRAINT " + NAME + " FOREIGN KEY \\(([^()]+)\\)");
    private static final Pattern CHECK = Pattern.compile("^CONSTRAINT " + NAME + " failed for " + NAME + "\\." + NAME);
    private static final Pattern COLUMN = Pattern.compile("^(?:Column|Field) '([^']+)'");

    private MariadbMessage() {}

    static Optional<Violated> violated(R2dbcException error) {
        String message = String.valueOf(error.getMessage());
        return switch (error.getErrorCode()) {
            case 1062 -> {
                Matcher found = KEY.matcher(message);
                yield found.find()
                        ? Optional.of(new Violated(found.group(1), null, null, List.of()))
                        : Optional.empty();
            }
            case 1451, 1452 -> {
                Matcher found = FOREIGN_KEY.matcher(message);
                yield found.find()
                        ? Optional.of(new Violated(
                                name(found.group(3)),
                                name(found.group(1)),
                                name(found.group(2)),
                                columns(found.group(4))))
                        : Optional.empty();
            }
            case 4025 -> {
                Matcher found = CHECK.matcher(message);
                yield found.find()
                        ? Optional.of(new Violated(
                                name(found.group(1)), name(found.group(2)), name(found.group(3)), List.of()))
                        : Optional.empty();
            }
            case 1048, 1364 -> {
                Matcher found = COLUMN.matcher(message);
                yield found.find()
                        ? Optional.of(new Violated(null, null, null, List.of(found.group(1))))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static List<String> columns(String list) {
        return Pattern.compile(NAME)
                .matcher(list)
                .results()
                .map(column -> name(column.group(1)))
                .toList();
    }

    private static String name(String told) {
        return told.replace("``", "`");
    }
}
