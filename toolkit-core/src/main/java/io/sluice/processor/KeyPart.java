package io.sluice.processor;

import org.jspecify.annotations.Nullable;

/**
 * A column of a key: of an entity's own, or of another's that it refers to.
 *
 * @param field the field of the entity that it stands for
 * @param path how code says it from the table
 * @param references the column that it refers to, as code says it, if it is a foreign key of one column
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
}
