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
        parts.forEach(Keys::requireEquality);
        return List.copyOf(parts);
    }

    private static void requireEquality(KeyPart part) {
        if (part.type().javaType().contains("[]")) {
            throw part.field()
                    .error("%s: %s is an array in a key, and arrays are never equal; use a UUID, a String or a number"
                            .formatted(part.field().title(), part.path()));
        }
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
        if (field.isDeferred()) {
            throw field.error("%s: a key is read with every row; declare it as %s"
                    .formatted(field.title(), Java.simple(field.valueType())));
        }
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
            List<KeyPart> foreign = foreign(relation);
            for (int i = 0; i < foreign.size(); i++) {
                if (isMapped(relation, i, key, inside)) {
                    return Optional.of(foreign.get(i));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a part of the key is what {@code @MapsId} of a relation says for a column of the other's key. */
    private boolean isMapped(Field relation, int at, Field key, String inside) {
        String said = relation.jakarta("MapsId").orElseThrow().text("value");
        List<KeyPart> foreign = of(target(relation));
        boolean isNamed = said.equals(inside) || (inside.isEmpty() && said.equals(key.name()));
        String name = foreign.get(at).name();
        return (isNamed && foreign.size() == 1) || (said.isEmpty() ? name : said + "." + name).equals(inside);
    }

    /** The parts of an entity's key that a relation with {@code @MapsId} refers by, in the order of the other's key. */
    List<KeyPart> mapped(TypeElement entity, Field relation) {
        List<KeyPart> parts = new ArrayList<>();
        List<KeyPart> foreign = foreign(relation);
        for (int i = 0; i < foreign.size(); i++) {
            int at = i;
            KeyPart part = of(entity).stream()
                    .filter(own -> !own.field().isToOne() && isMapped(relation, at, own.field(), own.pathInField()))
                    .findFirst()
                    .orElseThrow(() -> relation.error(
                            relation.jakarta("MapsId").orElse(null),
                            "%s: @MapsId finds no part of the key for %s; name one that has its type"
                                    .formatted(relation.title(), foreign.get(at).column())));
            if (!part.type().javaType().equals(foreign.get(i).type().javaType())) {
                throw relation.error(
                        relation.jakarta("MapsId").orElse(null),
                        "%s: @MapsId makes %s, of type %s, refer to a key of type %s; give both one type"
                                .formatted(
                                        relation.title(),
                                        part.path(),
                                        Java.plain(part.type().javaType()),
                                        Java.plain(foreign.get(i).type().javaType())));
            }
            parts.add(part);
        }
        return parts;
    }

    /** The columns by which a relation refers to another entity. */
    List<KeyPart> foreign(Field relation) {
        TypeElement target = target(relation);
        List<KeyPart> keys = of(target);
        List<Mark> marks = JoinColumns.of(relation);
        List<String> names = joinColumns(relation, marks, target, Java.snake(relation.name()));
        List<KeyPart> columns = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            KeyPart key = keys.get(i);
            columns.add(new KeyPart(
                    relation,
                    relation.name() + Java.capitalized(key.name()),
                    names.get(i),
                    key.type(),
                    keys.size() > 1 || !JoinColumns.isConstrained(relation)
                            ? null
                            : RelationReader.references(
                                    relation, model.generated(target).table() + "." + key.path())));
        }
        return columns;
    }

    /** What columns that refer to an entity are called, in the order of its key. */
    List<String> joinColumns(Field relation, List<Mark> marks, TypeElement target, String prefix) {
        List<KeyPart> keys = of(target);
        if (!marks.isEmpty() && marks.size() != keys.size()) {
            throw relation.error(
                    marks.get(0),
                    "%s: there are %d join columns, and the key of %s has %d; name one for each, with referencedColumnName"
                            .formatted(relation.title(), marks.size(), target.getSimpleName(), keys.size()));
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Mark mark = marks.isEmpty() ? null : markFor(relation, target, marks, keys, i);
            String said = mark == null ? null : mark.textOrNull("name");
            names.add(said == null ? prefix + "_" + keys.get(i).column() : said);
        }
        return names;
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
