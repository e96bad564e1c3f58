package io.sluice.sql.tree;

/** What stands between two operands. */
public enum Operator {
    EQ("=", Group.COMPARISON),
    NE("<>", Group.COMPARISON),
    LT("<", Group.COMPARISON),
    LE("<=", Group.COMPARISON),
    GT(">", Group.COMPARISON),
    GE(">=", Group.COMPARISON),
    PLUS("+", Group.ARITHMETIC),
    MINUS("-", Group.ARITHMETIC),
    TIMES("*", Group.ARITHMETIC),
    DIVIDED_BY("/", Group.ARITHMETIC),
    /** Division of whole numbers, whose fraction is cut off. */
    QUOTIENT("/", Group.ARITHMETIC),
    MODULO("%", Group.ARITHMETIC),
    CONCAT("||", Group.TEXT),
    BIT_AND("&", Group.BITS),
    BIT_OR("|", Group.BITS),
    JSON_GET("->", Group.JSON),
    JSON_GET_TEXT("->>", Group.JSON),
    JSON_PATH("#>", Group.JSON),
    JSON_PATH_TEXT("#>>", Group.JSON),
    JSON_CONTAINS("@>", Group.JSON),
    JSON_CONTAINED("<@", Group.JSON),
    JSON_HAS_KEY("?", Group.JSON),
    JSON_HAS_ANY("?|", Group.JSON),
    JSON_HAS_ALL("?&", Group.JSON),
    JSON_CONCAT("||", Group.JSON),
    JSON_REMOVE("-", Group.JSON),
    JSON_REMOVE_PATH("#-", Group.JSON),
    JSON_PATH_EXISTS("@?", Group.JSON),
    ARRAY_CONTAINS("@>", Group.ARRAY),
    ARRAY_CONTAINED("<@", Group.ARRAY),
    ARRAY_OVERLAPS("&&", Group.ARRAY),
    ARRAY_CONCAT("||", Group.ARRAY),
    RANGE_CONTAINS("@>", Group.RANGE),
    RANGE_CONTAINED("<@", Group.RANGE),
    RANGE_OVERLAPS("&&", Group.RANGE),
    RANGE_LEFT_OF("<<", Group.RANGE),
    RANGE_RIGHT_OF(">>", Group.RANGE),
    RANGE_ADJACENT("-|-", Group.RANGE),
    RANGE_INTERSECTION("*", Group.RANGE),
    RANGE_UNION("+", Group.RANGE),
    RANGE_DIFFERENCE("-", Group.RANGE),
    SEARCH_MATCHES("@@", Group.SEARCH),
    SEARCH_CONCAT("||", Group.SEARCH),
    SEARCH_AND("&&", Group.SEARCH),
    SEARCH_OR("||", Group.SEARCH);

    /** Operators that a database has or lacks together. */
    public enum Group {
        COMPARISON,
        ARITHMETIC,
        TEXT,
        BITS,
        JSON,
        ARRAY,
        RANGE,
        SEARCH
    }

    private final String text;
    private final String spaced;
    private final Group group;

    Operator(String text, Group group) {
        this.text = text;
        this.spaced = " " + text + " ";
        this.group = group;
    }

    public String text() {
        return text;
    }

    /** As it stands between two operands. */
    public String spaced() {
        return spaced;
    }

    public Group group() {
        return group;
    }

    /** What it gives is true or false. */
    public boolean isTest() {
        return switch (this) {
            case JSON_CONTAINS,
                    JSON_CONTAINED,
                    JSON_HAS_KEY,
                    JSON_HAS_ANY,
                    JSON_HAS_ALL,
                    JSON_PATH_EXISTS,
                    ARRAY_CONTAINS,
                    ARRAY_CONTAINED,
                    ARRAY_OVERLAPS,
                    RANGE_CONTAINS,
                    RANGE_CONTAINED,
                    RANGE_OVERLAPS,
                    RANGE_LEFT_OF,
                    RANGE_RIGHT_OF,
                    RANGE_ADJACENT,
                    SEARCH_MATCHES -> true;
            default -> group == Group.COMPARISON;
        };
    }
}
