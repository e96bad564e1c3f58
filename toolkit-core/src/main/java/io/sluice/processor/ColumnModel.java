package io.sluice.processor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as the written class declares it.
 *
 * @param path how code says it from the table: {@code title}, {@code address.street}
 * @param references the key that it refers to, with its rules; null if it is no foreign key of one column
 */
record ColumnModel(
        String path,
        String name,
        ColumnType type,
        boolean isNullable,
        @Nullable String references,
        List<String> options) {

    /** The same, said otherwise. */
    ColumnModel at(String code) {
        return new ColumnModel(code, name, type, isNullable, references, options);
    }

    /** The call that declares it. */
    String declaration() {
        return declaration(isNullable, options);
    }

    /** As it is declared in a table that holds rows without it, too. */
    String nullableDeclaration() {
        return declaration(
                true, options.stream().filter(ColumnModel::holdsForAll).toList());
    }

    private String declaration(boolean nullable, List<String> with) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Java.literal(name));
        arguments.add(references == null ? type.code() : references);
        arguments.addAll(with);
        if (!nullable && !with.contains(Java.columns("primaryKey()"))) {
            arguments.add(Java.columns("notNull()"));
        }
        return "column(%s)".formatted(String.join(", ", arguments));
    }

    private static boolean holdsForAll(String option) {
        return option.equals(Java.columns("unique()")) || option.startsWith(Java.columns("comment("));
    }
}
