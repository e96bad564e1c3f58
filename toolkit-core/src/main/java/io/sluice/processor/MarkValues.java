package io.sluice.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Tells of annotations that may stand where they do, and say what contradicts the class, its fields or each other. */
final class MarkValues {
    private final Model model;
    private final Consumer<MappingError> errors;

    MarkValues(Model model, Consumer<MappingError> errors) {
        this.model = model;
        this.errors = errors;
    }

    void check(TypeElement type, List<Field> fields) {
        for (TypeElement at : Fields.lineage(type)) {
            requireFieldAccess(at, at.getSimpleName().toString());
        }
        requireRows(type);
        requireOneVersion(fields);
        requireKeysAbove(type);
        for (Field field : fields) {
            requireFieldAccess(field.element(), field.title());
            requireOneOfEach(field);
            requireNullable(field);
            requireTarget(field);
        }
    }

    private void tell(Element element, Mark mark, String message) {
        errors.accept(new MappingError(element, mark, message));
    }

    private void requireFieldAccess(Element element, String title) {
        Mark.jakarta(element, "Access")
                .filter(mark -> mark.constant("value").equals("PROPERTY"))
                .ifPresent(mark -> tell(
                        element,
                        mark,
                        "%s: @Access(PROPERTY) is not supported, since fields are what is mapped; move the annotations to the fields"
                                .formatted(title)));
    }

    private void requireRows(TypeElement type) {
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            Mark.jakarta(type, "DiscriminatorValue")
                    .ifPresent(mark -> tell(
                            type,
                            mark,
                            "%s is abstract, so no row has its discriminator value; leave @DiscriminatorValue out"
                                    .formatted(type.getSimpleName())));
        }
    }

    /** Each column that joins a table to the one above names one of the key, unless there is but one. */
    private void requireKeysAbove(TypeElement type) {
        if (!Model.isEntity(type) || Place.of(type) != Place.JOINED_BELOW) {
            return;
        }
        List<Mark> marks =
                Mark.repeated(type, Mark.JAKARTA + "PrimaryKeyJoinColumn", Mark.JAKARTA + "PrimaryKeyJoinColumns");
        List<String> keys = marks.isEmpty() ? List.of() : keyColumns(type);
        for (Mark mark : marks) {
            String column = mark.text("referencedColumnName");
            boolean isOnly = column.isEmpty() && keys.size() == 1 && marks.size() == 1;
            if (!isOnly && !keys.contains(column)) {
                tell(
                        type,
                        mark,
                        "%s: @PrimaryKeyJoinColumn names by referencedColumnName a column of the topmost entity's key, which has %s; say one of them"
                                .formatted(type.getSimpleName(), keys));
            }
        }
    }

    private List<String> keyColumns(TypeElement type) {
        try {
            return model.keys().of(type).stream().map(KeyPart::column).toList();
        } catch (MappingError e) {
            return List.of(); // the entity's reader tells of it
        }
    }

    private void requireOneVersion(List<Field> fields) {
        List<Field> versions = fields.stream()
                .filter(field -> field.is("Version") && !field.isOurs("Formula"))
                .toList();
        for (Field field : versions.subList(Math.min(1, versions.size()), versions.size())) {
            tell(
                    field.element(),
                    field.jakarta("Version").orElseThrow(),
                    "%s: @Version stands on %s already; keep one of them"
                            .formatted(field.title(), versions.get(0).title()));
        }
    }

    private void requireOneOfEach(Field field) {
        for (List<String> names : Catalogue.alternatives()) {
            List<Mark> found = Mark.all(field.element()).stream()
                    .filter(mark -> names.contains(mark.name()))
                    .toList();
            if (found.size() > 1) {
                tell(
                        field.element(),
                        found.get(1),
                        "%s: @%s stands beside @%s, and only one of them can hold; keep one"
                                .formatted(
                                        field.title(),
                                        found.get(1).name(),
                                        found.get(0).name()));
            }
        }
    }

    private void requireNullable(Field field) {
        if (!field.type().getKind().isPrimitive()) {
            return;
        }
        List<Mark> marks = new ArrayList<>();
        if (field.column() != null && field.column().says("nullable", true)) {
            marks.add(field.column());
        }
        field.jakarta("Basic").filter(mark -> mark.says("optional", true)).ifPresent(marks::add);
        for (Mark mark : marks) {
            tell(
                    field.element(),
                    mark,
                    "%s: %s cannot be null; make it %s, or leave %s = true out"
                            .formatted(
                                    field.title(),
                                    Java.simple(field.type()),
                                    Java.simple(model.boxed(field.type())),
                                    mark.name().equals("Basic") ? "optional" : "nullable"));
        }
    }

    private void requireTarget(Field field) {
        TypeMirror argument = Model.argumentOf(field.type());
        for (String name : List.of("ManyToOne", "OneToOne", "OneToMany", "ManyToMany")) {
            Mark mark = field.jakarta(name)
                    .filter(said -> said.attributes().contains("targetEntity"))
                    .orElse(null);
            TypeElement said = mark == null ? null : Model.elementOf(mark.type("targetEntity"));
            if (mark != null && argument != null && !Objects.equals(said, Model.elementOf(argument))) {
                tell(
                        field.element(),
                        mark,
                        "%s: targetEntity is not %s, to which the field leads; leave targetEntity out"
                                .formatted(field.title(), Java.simple(argument)));
            }
        }
    }
}
