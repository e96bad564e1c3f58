package io.sluice.driver.mariadb;

import io.r2dbc.spi.R2dbcException;
import io.sluice.engine.Violated;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names in MariaDB's messages. Where a value stands before a name, the name is the last that is quoted. */
final class MariadbMessage {
    private static final Pattern KEY = Pattern.compile("for key '([^']+)'$");
    private static final Pattern FOREIGN_KEY =
            Pattern.compile("\\(`[^`]+`\\.`([^`]+)`, CONSTRAINT `([^`]+)` FOREIGN KEY");
    private static final Pattern CHECK = Pattern.compile("^CONSTRAINT `([^`]+)` failed for `[^`]+`\\.`([^`]+)`");
    private static final Pattern COLUMN = Pattern.compile("^(?:Column|Field) '([^']+)'");

    private MariadbMessage() {}

    static Optional<Violated> violated(R2dbcException error) {
        String message = String.valueOf(error.getMessage());
        return switch (error.getErrorCode()) {
            case 1062 -> names(KEY.matcher(message), 1, 0);
            case 1451, 1452 -> names(FOREIGN_KEY.matcher(message), 2, 1);
            case 4025 -> names(CHECK.matcher(message), 1, 2);
            case 1048, 1364 -> {
                Matcher column = COLUMN.matcher(message);
                yield column.find() ? Optional.of(new Violated(null, null, column.group(1))) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /** Groups of the match; 0 stands for none. */
    private static Optional<Violated> names(Matcher found, int constraint, int table) {
        return found.find()
                ? Optional.of(new Violated(group(found, constraint), group(found, table), null))
                : Optional.empty();
    }

    private static @Nullable String group(Matcher found, int group) {
        return group == 0 ? null : found.group(group);
    }
}
