package io.sluice.processor;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The key of an entity whose table adds to that of the entity above: the same as there, and a foreign key to it. */
final class KeyBelow {
    private final EntityModel entity;
    private final List<KeyPart> key;
    private final String parent;

    private KeyBelow(EntityModel entity, List<KeyPart> key, String parent) {
        this.entity = entity;
        this.key = key;
        this.parent = parent;
    }

    /** Null for an entity whose key is its own. */
    static @Nullable KeyBelow of(Model model, EntityModel entity) {
        Inheritance inheritance = entity.inheritance;
        TypeElement parent = inheritance == null || inheritance.isSingleTable() ? null : inheritance.parent();
        return parent == null
                ? null
                : new KeyBelow(
                        entity,
                        model.keys().of(entity.type),
                        model.generated(parent).table());
    }

    ColumnModel column(KeyPart part) {
        return new ColumnModel(
                part.path(),
                name(part),
                part.type(),
                false,
                key.size() > 1 ? null : Java.columns("references(() -> %s.%s)".formatted(parent, part.path())),
                List.of(Java.columns("primaryKey()")));
    }

    /** The foreign key, if it takes several columns. */
    EntityModel.CompositeKey reference() {
        return new EntityModel.CompositeKey(
                key.stream().map(KeyPart::path).toList(),
                key.stream().map(this::name).toList(),
                key.stream().map(part -> parent + "." + part.path()).collect(Collectors.joining(", ")),
                "",
                false);
    }

    private String name(KeyPart part) {
        return TableNames.keyBelow(entity.type, part.column());
    }
}
