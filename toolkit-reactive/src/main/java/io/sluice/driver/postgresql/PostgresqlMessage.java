package io.sluice.driver.postgresql;

import io.r2dbc.postgresql.api.ErrorDetails;
import io.sluice.engine.Violated;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in PostgreSQL's errors. Most have fields of their own; columns stand in its detail, before their values. */
final class PostgresqlMessage {
    /** {@code Key (name, country)=(…) already exists.}, in whatever language around it. */
    private static final Pattern KEY = Pattern.compile("^[^(]*\\(([^()]+)\\)=\\(");

    private PostgresqlMessage() {}

    static Violated violated(ErrorDetails details) {
        return new Violated(
                details.getConstraintName().orElse(null),
                details.getSchemaName().orElse(null),
                details.getTableName().orElse(null),
                details.getColumnName().map(List::of).orElseGet(() -> columns(details)));
    }

    private static List<String> columns(ErrorDetails details) {
        Matcher key = KEY.matcher(details.getDetail().orElse(""));
        if (!key.find() || isStillReferredTo(details)) {
            return List.of();
        }
        return Pattern.compile(", ")
                .splitAsStream(key.group(1))
                .map(PostgresqlMessage::unquoted)
                .toList();
    }

    /** {@code … on table "parent" violates foreign key constraint "fk" on table "child"}: the columns are then the parent's. */
    private static boolean isStillReferredTo(ErrorDetails details) {
        String constraint = details.getConstraintName().orElse("");
        String message = details.getMessage();
        return details.getCode().equals("23503")
                && message.indexOf(
                                details.getTableName().orElse(""),
                                message.lastIndexOf(constraint) + constraint.length())
                        >= 0;
    }

    private static String unquoted(String name) {
        boolean isQuoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return isQuoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
