package io.sluice.processor;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Tells of overrides that name what is not there. */
final class Overrides {
    private final Model model;
    private final Consumer<MappingError> errors;

    Overrides(Model model, Consumer<MappingError> errors) {
        this.model = model;
        this.errors = errors;
    }

    void check(TypeElement type, List<Field> fields) {
        String title = type.getSimpleName().toString();
        for (Mark mark : marks(type)) {
            if (!isInherited(type, fields, mark.text("name"))) {
                tell(type, mark, "%s: @AttributeOverride names %s, which it does not inherit", title);
            }
        }
        for (Field field : fields) {
            TypeElement embeddable = embeddable(field);
            if (embeddable == null) {
                continue;
            }
            for (Mark mark : marks(field.element())) {
                if (!hasColumn(embeddable, mark.text("name"))) {
                    String message =
                            "%s: @AttributeOverride names %s, which " + embeddable.getSimpleName() + " has not";
                    tell(field.element(), mark, message, field.title());
                }
            }
        }
    }

    private void tell(Element element, Mark mark, String message, String title) {
        errors.accept(new MappingError(
                element, mark, message.formatted(title, mark.text("name")) + "; name a field that has a column"));
    }

    private static List<Mark> marks(Element element) {
        return Mark.repeated(element, Mark.JAKARTA + "AttributeOverride", Mark.JAKARTA + "AttributeOverrides");
    }

    private boolean isInherited(TypeElement type, List<Field> fields, String name) {
        String[] path = name.split("\\.", 2);
        return fields.stream()
                .filter(field -> field.name().equals(path[0]) && field.isInheritedBy(type))
                .anyMatch(field -> {
                    TypeElement embeddable = embeddable(field);
                    return embeddable == null ? path.length == 1 : path.length == 2 && hasColumn(embeddable, path[1]);
                });
    }

    private static @Nullable TypeElement embeddable(Field field) {
        TypeElement type = Model.elementOf(field.type());
        return type != null && Mark.isJakarta(type, "Embeddable") ? type : null;
    }

    private boolean hasColumn(TypeElement embeddable, String name) {
        try {
            return model.embeddable(embeddable).columns("its", Map.of(), false).stream()
                    .anyMatch(column -> column.path().equals("its." + name));
        } catch (MappingError e) {
            return true; // the embeddable's reader tells of it
        }
    }
}
