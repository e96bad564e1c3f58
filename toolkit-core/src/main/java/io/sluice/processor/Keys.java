package io.sluice.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** The keys of entities, their own and those by which others refer to them. */
final class Keys {
    private final Model model;
    private final Map<TypeElement, List<KeyPart>> known = new HashMap<>();
    private final Set<TypeElement> open = new HashSet<>();

    Keys(Model model) {
        this.model = model;
    }

    /** The columns of an entity's key, in their order. */
    List<KeyPart> of(TypeElement entity) {
        List<KeyPart> found = known.get(entity);
        if (found != null) {
            return found;
        }
        if (!open.add(entity)) {
            throw new MappingError(
                    entity,
                    "%s: its key leads back to itself; give one of the entities on the way a key of its own"
                            .formatted(entity.getSimpleName()));
        }
        try {
            found = read(entity);
        } finally {
            open.remove(entity);
        }
        known.put(entity, found);
        return found;
    }

    /** The fields that make the key. */
    List<Field> fields(TypeElement entity) {
        return Fields.of(model, entity).stream().filter(Field::isKey).toList();
    }

    private List<KeyPart> read(TypeElement entity) {
        List<Field> fields = fields(entity);
        if (fields.isEmpty()) {
            throw new MappingError(
                    entity,
                    Mark.jakarta(entity, "Entity").orElse(null),
                    "%s has no key; mark a field with @Id, or a field of an @Embeddable class with @EmbeddedId"
                            .formatted(entity.getSimpleName()));
        }
        requireOneWay(entity, fields);
        List<KeyPart> parts = new ArrayList<>();
        for (Field field : fields) {
            if (field.is("EmbeddedId")) {
                addEmbedded(entity, field, parts);
            } else if (field.isToOne()) {
                parts.addAll(foreign(field));
            } else {
                parts.add(basic(entity, field));
            }
        }
        return List.copyOf(parts);
    }

    private void requireOneWay(TypeElement entity, List<Field> fields) {
        boolean isEmbedded = fields.stream().anyMatch(field -> field.is("EmbeddedId"));
        if (isEmbedded && fields.size() > 1) {
            throw fields.get(1)
                    .error("%s: @EmbeddedId is the whole key, and there is another part; keep one of them"
                            .formatted(fields.get(1).title()));
        }
        if (!isEmbedded && fields.size() > 1 && idClass(entity).isEmpty()) {
            throw fields.get(1)
                    .error(
                            "%s: a key of several fields needs a class; add @IdClass(%sId.class) with a record %sId, or use @EmbeddedId"
                                    .formatted(fields.get(1).title(), entity.getSimpleName(), entity.getSimpleName()));
        }
    }

    private KeyPart basic(TypeElement entity, Field field) {
        ColumnType type = new ColumnTypes(model).of(field, holder(field), constant -> {});
        Optional<KeyPart> mapped = mapsId(entity, field, "");
        return mapped.map(target -> new KeyPart(field, field.name(), target.column(), type, target.references()))
                .orElseGet(() -> new KeyPart(field, field.name(), field.columnName(), type, null));
    }

    private void addEmbedded(TypeElement entity, Field field, List<KeyPart> parts) {
        TypeElement type = Model.elementOf(field.type());
        if (type == null || !Mark.isJakarta(type, "Embeddable")) {
            throw field.error("%s: @EmbeddedId needs a class with @Embeddable; for a key of one column use @Id"
                    .formatted(field.title()));
        }
        for (ColumnModel column : model.embeddable(type).columns(field.name(), Fields.overrides(field), false)) {
            String inside = column.path().substring(field.name().length() + 1);
            Optional<KeyPart> mapped = mapsId(entity, field, inside);
            parts.add(new KeyPart(
                    field,
                    column.path(),
                    mapped.map(KeyPart::column).orElse(column.name()),
                    column.type(),
                    mapped.map(KeyPart::references).orElse(null)));
        }
    }

    /** What a relation with {@code @MapsId} says of a part of the key. */
    private Optional<KeyPart> mapsId(TypeElement entity, Field key, String inside) {
        for (Field relation : Fields.of(model, entity)) {
            Mark mark = relation.jakarta("MapsId").orElse(null);
            if (mark == null || !relation.isToOne()) {
                continue;
            }
            String said = mark.text("value");
            List<KeyPart> foreign = foreign(relation);
            boolean isNamed = said.equals(inside) || (inside.isEmpty() && said.equals(key.name()));
            if (isNamed && foreign.size() == 1) {
                return Optional.of(foreign.get(0));
            }
            for (KeyPart part : foreign) {
                String name = targetName(relation, foreign, part);
                if (said.isEmpty() ? name.equals(inside) : (said + "." + name).equals(inside)) {
                    return Optional.of(part);
                }
            }
        }
        return Optional.empty();
    }

    private String targetName(Field relation, List<KeyPart> foreign, KeyPart part) {
        return of(target(relation)).get(foreign.indexOf(part)).name();
    }

    /** The columns by which a relation refers to another entity. */
    List<KeyPart> foreign(Field relation) {
        TypeElement target = target(relation);
        List<KeyPart> keys = of(target);
        List<Mark> marks = Mark.repeated(relation.element(), Mark.JAKARTA + "JoinColumn", Mark.JAKARTA + "JoinColumns");
        if (!marks.isEmpty() && marks.size() != keys.size()) {
            throw relation.error(
                    marks.get(0),
                    "%s: there are %d join columns, and the key of %s has %d; name one for each, with referencedColumnName"
                            .formatted(relation.title(), marks.size(), target.getSimpleName(), keys.size()));
        }
        List<KeyPart> columns = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            KeyPart key = keys.get(i);
            Mark mark = marks.isEmpty() ? null : markFor(relation, target, marks, keys, i);
            String said = mark == null ? null : mark.textOrNull("name");
            columns.add(new KeyPart(
                    relation,
                    relation.name() + Java.capitalized(key.name()),
                    said == null ? Java.snake(relation.name()) + "_" + key.column() : said,
                    key.type(),
                    keys.size() > 1 || !JoinColumns.isConstrained(relation)
                            ? null
                            : model.generated(target).table() + "." + key.path()));
        }
        return columns;
    }

    private static Mark markFor(Field relation, TypeElement target, List<Mark> marks, List<KeyPart> keys, int at) {
        for (Mark mark : marks) {
            String referenced = mark.textOrNull("referencedColumnName");
            if (referenced != null
                    && keys.stream().noneMatch(key -> key.column().equals(referenced))) {
                throw relation.error(
                        mark,
                        "%s: %s is no column of the key of %s, which has %s; a relation refers to the key"
                                .formatted(
                                        relation.title(),
                                        referenced,
                                        target.getSimpleName(),
                                        keys.stream().map(KeyPart::column).toList()));
            }
            if (keys.get(at).column().equals(referenced)) {
                return mark;
            }
        }
        Mark byOrder = marks.get(at);
        if (marks.size() > 1) {
            throw relation.error(
                    byOrder,
                    "%s: say by referencedColumnName which join column refers to %s"
                            .formatted(relation.title(), keys.get(at).column()));
        }
        return byOrder;
    }

    /** The entity that a relation leads to. */
    TypeElement target(Field relation) {
        var argument = Model.argumentOf(relation.type());
        TypeElement target = argument == null ? null : Model.elementOf(argument);
        if (target == null || !Model.isEntity(target)) {
            throw relation.error("%s: %s is no entity; a %s holds one with @Entity"
                    .formatted(
                            relation.title(),
                            target == null ? "its target" : target.getSimpleName(),
                            relation.isToOne() ? "ToOne" : "ToMany"));
        }
        return target;
    }

    Optional<Mark> idClass(TypeElement entity) {
        return Fields.lineage(entity).stream()
                .flatMap(type -> Mark.jakarta(type, "IdClass").stream())
                .findFirst();
    }

    /** The entity whose generated class keeps what belongs to a field. */
    Generated holder(Field field) {
        var declaring = field.element().getEnclosingElement();
        boolean isBelow = false;
        for (TypeElement type : Fields.lineage(field.owner())) {
            isBelow |= type.equals(declaring);
            if (isBelow && (Model.isEntity(type) || type.equals(field.owner()))) {
                return model.generated(type);
            }
        }
        return model.generated(field.owner());
    }
}
