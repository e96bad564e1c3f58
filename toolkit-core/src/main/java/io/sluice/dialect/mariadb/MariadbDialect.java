package io.sluice.dialect.mariadb;

import io.sluice.dialect.DefinitionCompiler;
import io.sluice.dialect.Dialect;
import io.sluice.dialect.Literals;
import io.sluice.dialect.SqlWriter;
import io.sluice.dialect.StatementCompiler;
import io.sluice.sql.StatementException;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import java.util.Set;

/**
 * MariaDB, from version 10.6 on; {@code uuid} columns from 10.7 on.
 *
 * <p>What the server does in its own way stays so: text compares by the collation of its column, which seldom tells
 * large letters from small; {@code now()} is when the statement began; a named time zone is NULL to a server without
 * time zone tables; {@code NO_BACKSLASH_ESCAPES} is not for LIKE patterns of this toolkit.
 */
public class MariadbDialect extends Dialect {
    private static final int LONGEST_NAME = 64;

    public MariadbDialect() {
        this("MariaDB");
    }

    protected MariadbDialect(String name) {
        super(name);
    }

    @Override
    public boolean isSpokenBy(String databaseName) {
        return databaseName.equals("MariaDB");
    }

    @Override
    protected StatementCompiler compiler(SqlWriter out) {
        return new MariadbCompiler(this, out);
    }

    @Override
    protected DefinitionCompiler definitions() {
        return new MariadbDefinitions(this);
    }

    @Override
    protected Literals literals() {
        return new MariadbLiterals(this);
    }

    @Override
    protected Set<String> reservedWords() {
        return MariadbWords.RESERVED;
    }

    @Override
    protected boolean numbersPlaceholders() {
        return false;
    }

    @Override
    protected void appendPlaceholder(int index, StringBuilder sql) {
        sql.append('?');
    }

    @Override
    protected char quote() {
        return '`';
    }

    /**
     * The driver writes values into the text, so that the packet's size is the limit; this many are a list of 100,000
     * texts, filled up. Told to prepare on the server, which takes 65,535, it passes on an error that says so.
     */
    @Override
    protected int mostParameters() {
        return 1 << 17;
    }

    @Override
    protected int longestName() {
        return LONGEST_NAME;
    }

    /** Names are counted in characters, of three bytes of UTF-8 at most. */
    @Override
    protected void requireName(String identifier) {
        requireText(identifier);
        if (identifier.length() > LONGEST_NAME) {
            throw notAName(identifier, "it keeps %d characters; choose a shorter one".formatted(LONGEST_NAME));
        }
        if (identifier.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            throw notAName(identifier, "it keeps no characters beyond U+FFFF, such as emoji; choose others");
        }
        if (identifier.endsWith(" ")) {
            throw notAName(identifier, "a name does not end with a space");
        }
        if (isWhitespace(identifier.charAt(identifier.length() - 1))) {
            throw notAName(identifier, "a name does not end with white space");
        }
        if (isDroppedFromLabels(identifier.charAt(0))) {
            throw notAName(
                    identifier,
                    "it drops spaces and control characters from the beginning of labels; begin with a letter");
        }
    }

    private static boolean isWhitespace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isDroppedFromLabels(char c) {
        return c <= ' ' || c == '\u007f';
    }

    @Override
    public String typeName(SqlType<?> type) {
        return switch (type.kind()) {
            case NUMERIC -> type.length() < 0 ? "decimal(65, 30)" : super.typeName(type);
            case REAL -> "float";
            case DOUBLE -> "double";
            case TEXT -> "longtext";
            case BYTEA -> "longblob";
            case TIME -> "time(6)";
            case TIMESTAMP -> "datetime(6)";
            case TIMESTAMPTZ -> "timestamp(6)";
            case JSON, JSONB -> "json";
            // as long as the longest address with its mask
            case INET -> "varchar(43)";
            // an enum is a list of labels here and has no name
            case ENUM -> enumOfLabels(type);
            case INTERVAL, ARRAY, INT4RANGE, INT8RANGE, NUMRANGE, DATERANGE, TSRANGE, TSTZRANGE, TSVECTOR, TSQUERY ->
                throw new StatementException(
                        "%s has no type for %s; %s".formatted(name(), type, wayRound(type.kind())));
            default -> super.typeName(type);
        };
    }

    static String wayRound(Kind kind) {
        return switch (kind) {
            case INTERVAL -> "keep a number of days or microseconds";
            case ARRAY -> "keep the elements in a table of their own, or as JSON";
            case TSVECTOR, TSQUERY -> "make a FULLTEXT index and say MATCH … AGAINST with template(…)";
            default -> "keep both ends in columns of their own";
        };
    }
}
