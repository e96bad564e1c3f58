package io.sluice.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * How an entity stands to those above and below it.
 *
 * @param parent the next entity above; null for the topmost
 * @param value the code of what its discriminator says; null if it is abstract
 * @param descendants all below, those above first
 */
record Inheritance(
        boolean isSingleTable,
        TypeElement root,
        @Nullable TypeElement parent,
        Discriminator discriminator,
        @Nullable String value,
        List<TypeElement> descendants) {

    /** The column that tells the kinds apart. */
    record Discriminator(String column, String kind, int length) {

        ColumnType type() {
            return switch (kind) {
                case "INTEGER" -> new ColumnType(Java.lang("Integer"), Java.types("INTEGER"));
                case "CHAR" -> new ColumnType(Java.lang("String"), Java.types("varchar(1)"));
                default -> new ColumnType(Java.lang("String"), Java.types("varchar(%d)".formatted(length)));
            };
        }
    }

    static @Nullable Inheritance of(Model model, TypeElement entity) {
        TypeElement parent = parentOf(entity);
        TypeElement root = rootOf(entity);
        requireDescendants(model, entity);
        List<TypeElement> descendants = descendants(model, entity);
        if (parent == null && descendants.isEmpty()) {
            requireAlone(entity);
            return null;
        }
        requireTogether(model, entity, root);
        Discriminator discriminator = discriminator(root);
        boolean isAbstract = entity.getModifiers().contains(Modifier.ABSTRACT);
        String value = isAbstract ? null : value(entity, discriminator);
        for (TypeElement other : isAbstract ? List.<TypeElement>of() : descendants(model, root)) {
            if (!other.equals(entity)
                    && !other.getModifiers().contains(Modifier.ABSTRACT)
                    && Objects.equals(value, value(other, discriminator))) {
                throw new MappingError(
                        entity,
                        "%s and %s have the same discriminator value %s; give one of them another by @DiscriminatorValue"
                                .formatted(entity.getSimpleName(), other.getSimpleName(), value));
            }
        }
        return new Inheritance(isSingleTable(root), root, parent, discriminator, value, descendants);
    }

    private static void requireAlone(TypeElement entity) {
        if (entity.getModifiers().contains(Modifier.ABSTRACT)) {
            throw new MappingError(
                    entity,
                    "%s is abstract, and no entity extends it; make it a @MappedSuperclass, or add an entity that extends it"
                            .formatted(entity.getSimpleName()));
        }
    }

    private static void requireTogether(Model model, TypeElement entity, TypeElement root) {
        Mark mark = Mark.jakarta(entity, "Inheritance").orElse(null);
        if (!entity.equals(root) && mark != null) {
            throw new MappingError(
                    entity,
                    mark,
                    "%s: only the topmost entity says how all are stored; move @Inheritance to %s"
                            .formatted(entity.getSimpleName(), root.getSimpleName()));
        }
        if (!model.entities().contains(root)) {
            throw new MappingError(
                    entity,
                    "%s extends the entity %s, which is compiled elsewhere and cannot know it; compile all of a hierarchy together, or make %s a @MappedSuperclass"
                            .formatted(entity.getSimpleName(), root.getSimpleName(), root.getSimpleName()));
        }
    }

    private static void requireDescendants(Model model, TypeElement entity) {
        for (TypeElement other : model.entitiesElsewhere(entity)) {
            if (isAbove(entity, other)) {
                throw new MappingError(
                        entity,
                        "%s: %s extends it, and is not compiled with it; compile all of a hierarchy together, or delete its class if its source is gone"
                                .formatted(entity.getSimpleName(), other.getSimpleName()));
            }
        }
    }

    private static boolean isSingleTable(TypeElement root) {
        Mark mark = Mark.jakarta(root, "Inheritance").orElse(null);
        String strategy = mark == null ? "SINGLE_TABLE" : mark.constant("strategy");
        if (strategy.equals("TABLE_PER_CLASS")) {
            throw new MappingError(
                    root,
                    mark,
                    "%s: TABLE_PER_CLASS is not supported, since a query for all kinds would join no keys; use JOINED or SINGLE_TABLE"
                            .formatted(root.getSimpleName()));
        }
        return strategy.equals("SINGLE_TABLE");
    }

    private static Discriminator discriminator(TypeElement root) {
        Mark mark = Mark.jakarta(root, "DiscriminatorColumn").orElse(null);
        if (mark == null) {
            return new Discriminator("dtype", "STRING", 31);
        }
        return new Discriminator(
                mark.says("name") ? mark.text("name") : "dtype",
                mark.constant("discriminatorType"),
                mark.number("length"));
    }

    private static String value(TypeElement entity, Discriminator discriminator) {
        Mark mark = Mark.jakarta(entity, "DiscriminatorValue").orElse(null);
        String kind = discriminator.kind();
        if (mark == null) {
            if (!kind.equals("STRING")) {
                throw new MappingError(
                        entity,
                        "%s: a discriminator of type %s has no value by itself; add @DiscriminatorValue"
                                .formatted(entity.getSimpleName(), kind));
            }
            return Java.literal(entityName(entity));
        }
        String text = mark.text("value");
        boolean fits = switch (kind) {
            case "INTEGER" -> text.matches("-?\\d{1,9}");
            case "CHAR" -> text.length() == 1;
            default -> text.length() <= discriminator.length();
        };
        if (!fits) {
            throw new MappingError(
                    entity,
                    mark,
                    "%s: the discriminator value %s does not fit a column of type %s"
                            .formatted(entity.getSimpleName(), Java.literal(text), kind));
        }
        return kind.equals("INTEGER") ? String.valueOf(Integer.parseInt(text)) : Java.literal(text);
    }

    /** The name that the entity's annotation gives it, else that of its class. */
    static String entityName(TypeElement entity) {
        String said = Mark.jakarta(entity, "Entity")
                .map(mark -> mark.textOrNull("name"))
                .orElse(null);
        return said == null ? entity.getSimpleName().toString() : said;
    }

    static TypeElement rootOf(TypeElement entity) {
        TypeElement root = entity;
        for (TypeElement above = parentOf(entity); above != null; above = parentOf(above)) {
            root = above;
        }
        return root;
    }

    static @Nullable TypeElement parentOf(TypeElement entity) {
        for (TypeElement above = Model.above(entity); above != null; above = Model.above(above)) {
            if (Model.isEntity(above)) {
                return above;
            }
        }
        return null;
    }

    private static List<TypeElement> descendants(Model model, TypeElement entity) {
        List<TypeElement> found = new ArrayList<>(model.entities().stream()
                .filter(other -> !other.equals(entity) && isAbove(entity, other))
                .toList());
        found.sort(Comparator.comparingInt(Inheritance::depth)
                .thenComparing(type -> type.getQualifiedName().toString()));
        return found;
    }

    private static boolean isAbove(TypeElement above, TypeElement below) {
        for (TypeElement type = parentOf(below); type != null; type = parentOf(type)) {
            if (type.equals(above)) {
                return true;
            }
        }
        return false;
    }

    private static int depth(TypeElement entity) {
        TypeElement parent = parentOf(entity);
        return parent == null ? 0 : depth(parent) + 1;
    }
}
