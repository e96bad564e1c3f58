package io.sluice.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The code that makes an entity's key of the values of its columns, and that takes it apart. */
final class KeyCode {
    private final Model model;
    private final TypeElement entity;
    private final Access access;

    KeyCode(Model model, TypeElement entity) {
        this.model = model;
        this.entity = entity;
        this.access =
                new Access(model, Java.packageOf(entity).getQualifiedName().toString());
    }

    String javaType() {
        return javaType(entity);
    }

    private String javaType(TypeElement of) {
        Mark idClass = model.keys().idClass(of).orElse(null);
        if (idClass != null) {
            return Java.type(idClass.type("value"));
        }
        Field only = model.keys().fields(of).get(0);
        return only.isToOne() ? javaType(model.keys().target(only)) : Java.type(model.boxed(only.valueType()));
    }

    List<String> make() {
        TypeElement idClass = idClass(entity);
        if (idClass == null) {
            return List.of("return " + made(entity, 0) + ";");
        }
        return idClass.getKind() == ElementKind.RECORD ? madeRecord(idClass) : madeClass(idClass);
    }

    List<String> take() {
        TypeElement idClass = idClass(entity);
        if (idClass == null) {
            return List.of(taken(entity, "key", 0));
        }
        List<String> lines = new ArrayList<>();
        forEachPart(idClass, (field, part, at) -> lines.add(taken(part, access.read(field, "key"), at)));
        return lines;
    }

    private interface PartVisitor {
        void visit(Field inClass, Field key, int at);
    }

    private void forEachPart(TypeElement idClass, PartVisitor visitor) {
        int at = 0;
        List<Field> inClass = Fields.of(model, idClass);
        for (Field key : model.keys().fields(entity)) {
            Field field = inClass.stream()
                    .filter(each -> each.name().equals(key.name()))
                    .findFirst()
                    .orElseThrow(() -> mismatch(idClass, key, "has no %s".formatted(key.name())));
            String wanted = key.isToOne() ? javaType(model.keys().target(key)) : Java.type(model.boxed(key.type()));
            if (key.isOptional()) {
                throw key.error("%s: a part of a key is never absent; declare it as %s"
                        .formatted(key.title(), Java.simple(key.valueType())));
            }
            if (!Java.type(model.boxed(field.type())).equals(wanted)) {
                throw mismatch(
                        idClass, key, "has another type for %s; it is %s".formatted(key.name(), Java.plain(wanted)));
            }
            visitor.visit(field, key, at);
            at += (int) model.keys().of(entity).stream()
                    .filter(part -> part.field().name().equals(key.name()))
                    .count();
        }
        if (inClass.size() != model.keys().fields(entity).size()) {
            throw new MappingError(
                    entity,
                    model.keys().idClass(entity).orElse(null),
                    "%s: %s has fields that are no @Id of %s; both have the same"
                            .formatted(entity.getSimpleName(), idClass.getSimpleName(), entity.getSimpleName()));
        }
    }

    private static MappingError mismatch(TypeElement idClass, Field key, String why) {
        return key.error("%s: the @IdClass %s %s".formatted(key.title(), idClass.getSimpleName(), why));
    }

    private List<String> madeRecord(TypeElement idClass) {
        List<String> names = idClass.getRecordComponents().stream()
                .map(component -> component.getSimpleName().toString())
                .toList();
        String[] arguments = new String[names.size()];
        forEachPart(idClass, (field, key, at) -> arguments[names.indexOf(field.name())] = made(key, at));
        return List.of("return new %s(%s);".formatted(Java.ref(idClass), String.join(", ", arguments)));
    }

    private List<String> madeClass(TypeElement idClass) {
        List<String> lines = new ArrayList<>();
        lines.add("%s key = new %s();".formatted(Java.ref(idClass), Java.ref(idClass)));
        forEachPart(idClass, (field, key, at) -> lines.add(access.write(field, "key", made(key, at)) + ";"));
        lines.add("return key;");
        return lines;
    }

    private @Nullable TypeElement idClass(TypeElement of) {
        Mark mark = model.keys().idClass(of).orElse(null);
        if (mark == null) {
            return null;
        }
        TypeElement found = Model.elementOf(mark.type("value"));
        if (found == null) {
            throw new MappingError(
                    of,
                    mark,
                    "%s: %s is no class with the parts of a key; name a record"
                            .formatted(of.getSimpleName(), Java.simple(mark.type("value"))));
        }
        Classes.requireMade(found, "@IdClass");
        if (found.getKind() == ElementKind.CLASS) {
            Classes.requireConstructor(model, found, model.generated(entity).packageName(), ", or make it a record");
        }
        return found;
    }

    /** The value of a part of the key, from a place in a row on. */
    private String made(Field key, int at) {
        if (key.isToOne()) {
            return made(model.keys().target(key), at);
        }
        return key.is("EmbeddedId")
                ? "%s.read(row, %s)".formatted(embeddable(key.type()).ref(), place(at))
                : "(%s) row[%s]".formatted(Java.type(model.boxed(key.valueType())), place(at));
    }

    private String made(TypeElement of, int at) {
        return made(onlyField(of), at);
    }

    private String taken(Field key, String value, int at) {
        if (key.isToOne()) {
            return taken(model.keys().target(key), value, at);
        }
        return key.is("EmbeddedId")
                ? "%s.write(%s, row, %s);".formatted(embeddable(key.type()).ref(), value, place(at))
                : "row[%s] = %s;".formatted(place(at), value);
    }

    private String taken(TypeElement of, String value, int at) {
        return taken(onlyField(of), value, at);
    }

    private Field onlyField(TypeElement of) {
        if (!of.equals(entity) && model.keys().idClass(of).isPresent()) {
            Field relation = model.keys().fields(entity).stream()
                    .filter(Field::isToOne)
                    .findFirst()
                    .orElseThrow();
            throw relation.error(
                    "%s: the key of %s is of a class with @IdClass, which cannot be a part of another key; give %s an @EmbeddedId"
                            .formatted(relation.title(), of.getSimpleName(), of.getSimpleName()));
        }
        return model.keys().fields(of).get(0);
    }

    private Generated embeddable(TypeMirror type) {
        TypeElement element = Model.elementOf(type);
        return model.generated(element == null ? entity : element);
    }

    static String place(int at) {
        return at == 0 ? "at" : "at + " + at;
    }
}
