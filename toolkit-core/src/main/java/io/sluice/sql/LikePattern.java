package io.sluice.sql;

/** Text inside a LIKE pattern. */
final class LikePattern {

    private LikePattern() {}

    static String escape(String text) {
        if (text == null) {
            throw new StatementException(
                    "a LIKE pattern cannot be made of null; use isNull() to ask for rows without a value");
        }
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
