package io.sluice.processor;

import java.util.List;
import java.util.Objects;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** What tables are called. */
final class TableNames {

    private TableNames() {}

    /** A table's schema, if it is said, and its name. */
    record Name(@Nullable String schema, String name) {}

    static Name of(TypeElement entity) {
        TypeElement owner = entity;
        Mark ownMark = Mark.jakarta(entity, "Table").orElse(null);
        TypeElement parent = Inheritance.parentOf(entity);
        if (parent != null && isSingleTable(entity)) {
            if (ownMark != null) {
                throw new MappingError(
                        entity,
                        ownMark,
                        "%s: it is stored in the table of %s; leave @Table out, or store the hierarchy as JOINED"
                                .formatted(entity.getSimpleName(), parent.getSimpleName()));
            }
            return of(parent);
        }
        Mark mark = Mark.jakarta(owner, "Table").orElse(null);
        if (mark != null && mark.textOrNull("catalog") != null) {
            throw new MappingError(
                    entity, mark, "%s: a catalog cannot be named; connect to it".formatted(entity.getSimpleName()));
        }
        String said = mark == null ? null : mark.textOrNull("name");
        return new Name(
                mark == null ? null : mark.textOrNull("schema"),
                said == null ? Java.snake(Inheritance.entityName(entity)) : said);
    }

    static boolean isSingleTable(TypeElement entity) {
        TypeElement root = entity;
        for (TypeElement above = entity; above != null; above = Inheritance.parentOf(above)) {
            root = above;
        }
        return Mark.jakarta(root, "Inheritance")
                .map(mark -> mark.constant("strategy").equals("SINGLE_TABLE"))
                .orElse(true);
    }

    static String code(Name name) {
        return name.schema() == null
                ? "%s.of(%s)".formatted(Java.schema("TableName"), Java.literal(name.name()))
                : "%s.of(%s, %s)"
                        .formatted(Java.schema("TableName"), Java.literal(name.schema()), Java.literal(name.name()));
    }

    /** What the key's column is called in a table that adds to the one above. */
    static String keyBelow(TypeElement entity, String column) {
        List<Mark> marks =
                Mark.repeated(entity, Mark.JAKARTA + "PrimaryKeyJoinColumn", Mark.JAKARTA + "PrimaryKeyJoinColumns");
        return marks.stream()
                .filter(mark -> mark.text("referencedColumnName").equals(column)
                        || (marks.size() == 1
                                && mark.text("referencedColumnName").isEmpty()))
                .map(mark -> mark.textOrNull("name"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(column);
    }

    /** A field's name for a column without an attribute: {@code createdBy} for {@code created_by}. */
    static String variable(String column) {
        StringBuilder name = new StringBuilder();
        boolean isNext = false;
        for (char c : column.toLowerCase(java.util.Locale.ROOT).toCharArray()) {
            if (!Character.isJavaIdentifierPart(c) || c == '_') {
                isNext = name.length() > 0;
            } else {
                name.append(isNext ? Character.toUpperCase(c) : c);
                isNext = false;
            }
        }
        return name.toString();
    }
}
