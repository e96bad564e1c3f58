package io.sluice.schema;

import io.sluice.sql.StatementException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What keys, checks and indexes are called that were given no name. In a pattern, {@code {table}} stands for the table,
 * {@code {columns}} for its columns joined by underscores, {@code {target}} for the table that a foreign key refers to,
 * and {@code {number}} counts the checks of a table. A name that a database would cut off is shortened, and ends with a
 * hash of the whole, so that it is the same each time.
 */
public record NamingConvention(String primaryKey, String foreignKey, String uniqueKey, String check, String index) {
    /** Before the constant, which is checked by it. */
    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)\\}");

    public static final NamingConvention STANDARD = new NamingConvention(
            "pk_{table}",
            "fk_{table}_{columns}",
            "uq_{table}_{columns}",
            "ck_{table}_{number}",
            "ix_{table}_{columns}");

    public NamingConvention {
        require(primaryKey, "table", "columns");
        require(foreignKey, "table", "columns", "target");
        require(uniqueKey, "table", "columns");
        require(check, "table", "number");
        require(index, "table", "columns");
    }

    public NamingConvention withPrimaryKey(String pattern) {
        return new NamingConvention(pattern, foreignKey, uniqueKey, check, index);
    }

    public NamingConvention withForeignKey(String pattern) {
        return new NamingConvention(primaryKey, pattern, uniqueKey, check, index);
    }

    public NamingConvention withUniqueKey(String pattern) {
        return new NamingConvention(primaryKey, foreignKey, pattern, check, index);
    }

    public NamingConvention withCheck(String pattern) {
        return new NamingConvention(primaryKey, foreignKey, uniqueKey, pattern, index);
    }

    public NamingConvention withIndex(String pattern) {
        return new NamingConvention(primaryKey, foreignKey, uniqueKey, check, pattern);
    }

    String primaryKey(Table table, List<String> columns) {
        return filled(primaryKey, table, columns, "", 0);
    }

    String foreignKey(Table table, List<String> columns, String target) {
        return filled(foreignKey, table, columns, target, 0);
    }

    String uniqueKey(Table table, List<String> columns) {
        return filled(uniqueKey, table, columns, "", 0);
    }

    String check(Table table, int number) {
        return filled(check, table, List.of(), "", number);
    }

    String index(Table table, List<String> columns) {
        return filled(index, table, columns, "", 0);
    }

    private static String filled(String pattern, Table table, List<String> columns, String target, int number) {
        return PLACE.matcher(pattern)
                .replaceAll(place -> Matcher.quoteReplacement(
                        switch (place.group(1)) {
                            case "table" -> table.tableName().name();
                            case "columns" -> String.join("_", columns);
                            case "target" -> target;
                            default -> Integer.toString(number);
                        }));
    }

    private static void require(String pattern, String... places) {
        TableName.requireName(pattern, "a pattern for names");
        PLACE.matcher(pattern).results().forEach(place -> {
            if (!List.of(places).contains(place.group(1))) {
                throw new StatementException("the pattern \"%s\" has a place {%s}; it may have %s"
                        .formatted(pattern, place.group(1), List.of(places)));
            }
        });
    }
}
