package io.sluice.processor;

import org.jspecify.annotations.Nullable;

/**
 * A column of a key: of an entity's own, or of another's that it refers to.
 *
 * @param field the field of the entity that it stands for
 * @param path how code says it from the table
 * @param references the code that says what it refers to, with its rules, if it is a foreign key of one column
 */
record KeyPart(
        Field field,
        String path,
        String column,
        ColumnType type,
        @Nullable String references) {

    /** The last word of the path. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The path from its field on: empty, unless that is an embeddable. */
    String pathInField() {
        return path.equals(field.name()) ? "" : path.substring(field.name().length() + 1);
    }
}
