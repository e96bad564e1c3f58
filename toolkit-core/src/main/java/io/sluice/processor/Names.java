package io.sluice.processor;

import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.SourceVersion;

/** Names in the class that is written, which follow from those of the user's fields. */
final class Names {
    private Names() {}

    /** A field is called as in the entity, beside the table itself and what holds its types. */
    static void requireFree(EntityModel entity, Field field) {
        String name = field.name();
        if (name.equals(entity.name.constant()) || name.equals(TypeConstant.HOLDER) || entity.hasField(name)) {
            throw taken(field, name);
        }
    }

    static void keep(Field field, TypeConstant constant, List<TypeConstant> known) {
        if (known.stream().anyMatch(other -> other.name().equals(constant.name()))) {
            throw taken(field, constant.name());
        }
        known.add(constant);
    }

    private static MappingError taken(Field field, String name) {
        return field.error(
                "%s: the class that is written calls something else %s; rename the field, and keep its column by @Column(name = \"…\")"
                        .formatted(field.title(), name));
    }

    /** A name like that which is wanted, for what has no name in the entity. */
    static String free(String wanted, Predicate<String> isTaken) {
        String name = SourceVersion.isIdentifier(wanted) ? wanted : "_" + wanted;
        while (SourceVersion.isKeyword(name) || isTaken.test(name)) {
            name += "_";
        }
        return name;
    }
}
