package io.sluice.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds the fields that are mapped: those of the class, after those that it inherits from mapped classes. */
final class Fields {
    private static final Set<String> ON_FIELDS = Catalogue.onFields();

    private Fields() {}

    static List<Field> of(Model model, TypeElement owner) {
        return model.fields(owner);
    }

    /** For {@link Model}, which asks once. */
    static List<Field> read(Model model, TypeElement owner) {
        Map<String, Mark> overrides = overrides(owner);
        List<Field> found = new ArrayList<>();
        for (TypeElement type : lineage(owner)) {
            requireFields(type);
            if (Unresolved.is(type.getSuperclass())) {
                throw new Unresolved(type);
            }
            for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                requireComponent(type, field);
                if (isMapped(field)) {
                    requireNotHidden(owner, found, field);
                    var typed = model.types().asMemberOf((DeclaredType) owner.asType(), field);
                    String name = field.getSimpleName().toString();
                    Mark override = type.equals(owner) ? null : overrides.get(name);
                    Mark column = Mark.jakarta(field, "Column").orElse(null);
                    found.add(new Field(
                            field,
                            typed,
                            owner,
                            override == null ? column : override,
                            model.compilation().isNullableInClassFile(field)));
                }
            }
        }
        return found;
    }

    /** What is said of columns of a field's parts, by their names. */
    static Map<String, Mark> overrides(javax.lang.model.element.Element element) {
        Map<String, Mark> found = new LinkedHashMap<>();
        for (Mark mark :
                Mark.repeated(element, Mark.JAKARTA + "AttributeOverride", Mark.JAKARTA + "AttributeOverrides")) {
            found.put(mark.text("name"), mark.marks("column").get(0));
        }
        return found;
    }

    /** What is said of the parts of an embedded field: at the field, and above that by the class that inherits it. */
    static Map<String, Mark> overrides(Field field) {
        Map<String, Mark> found = overrides(field.element());
        if (field.isInheritedBy(field.owner())) {
            String before = field.name() + ".";
            overrides(field.owner()).forEach((name, mark) -> {
                if (name.startsWith(before)) {
                    found.put(name.substring(before.length()), mark);
                }
            });
        }
        return found;
    }

    static Optional<Field> named(Model model, TypeElement owner, String name) {
        return of(model, owner).stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    /** The class and those above it that are mapped, from the top. */
    static List<TypeElement> lineage(TypeElement owner) {
        List<TypeElement> types = new ArrayList<>();
        for (TypeElement type = owner; type != null; type = Model.above(type)) {
            if (type.equals(owner) || Model.isEntity(type) || Mark.isJakarta(type, "MappedSuperclass")) {
                types.add(0, type);
            }
        }
        return types;
    }

    static boolean isMapped(VariableElement field) {
        return !field.getModifiers().contains(Modifier.STATIC)
                && !field.getModifiers().contains(Modifier.TRANSIENT)
                && !Mark.isJakarta(field, "Transient");
    }

    private static void requireComponent(TypeElement type, VariableElement field) {
        if (type.getKind() == ElementKind.RECORD && Mark.isJakarta(field, "Transient")) {
            throw new MappingError(
                    field,
                    "%s.%s: a record is made of all its components; take @Transient away, or make it a class"
                            .formatted(type.getSimpleName(), field.getSimpleName()));
        }
    }

    private static void requireNotHidden(TypeElement owner, List<Field> above, VariableElement field) {
        for (Field other : above) {
            if (other.element().getSimpleName().equals(field.getSimpleName())) {
                throw new MappingError(
                        field,
                        "%s: it hides the field of %s, which is mapped, too; name it otherwise, or leave it out"
                                .formatted(
                                        owner.getSimpleName() + "." + field.getSimpleName(),
                                        Objects.requireNonNull(other.element().getEnclosingElement())
                                                .getSimpleName()));
            }
        }
    }

    private static void requireFields(TypeElement type) {
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            String found = annotationForFields(method);
            if (found != null && type.getRecordComponents().isEmpty()) {
                throw new MappingError(
                        method,
                        "%s.%s(): @%s stands on a method, and fields are what is mapped; move it to the field"
                                .formatted(type.getSimpleName(), method.getSimpleName(), found));
            }
        }
    }

    private static @Nullable String annotationForFields(ExecutableElement method) {
        return Mark.all(method).stream()
                .map(Mark::name)
                .filter(ON_FIELDS::contains)
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
