package io.sluice.processor;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Tells of each annotation that would not be obeyed where it stands, as the {@link Catalogue} has it. */
final class Marks {
    private static final Set<String> ON_FIELDS = Catalogue.onFields();

    private final Model model;
    private final Consumer<MappingError> errors;

    Marks(Model model, Consumer<MappingError> errors) {
        this.model = model;
        this.errors = errors;
    }

    /** The annotations of an entity or an embeddable, with what it inherits. */
    void check(TypeElement type) {
        List<TypeElement> mapped = Fields.lineage(type);
        boolean isEmbeddable = !Model.isEntity(type);
        for (TypeElement at = type; at != null; at = Model.above(at)) {
            if (mapped.contains(at)) {
                checkClass(at);
                checkMethods(at, isEmbeddable ? Place.METHOD_OF_EMBEDDABLE : Place.METHOD);
                checkOthers(at, Place.NOT_MAPPED);
            } else {
                checkOthers(at, Place.NOT_MAPPED_ABOVE);
            }
        }
        List<Field> fields = fields(type);
        new MarkValues(model, errors).check(type, fields);
        new Overrides(model, errors).check(type, fields);
        for (Field field : fields) {
            Place place = Place.of(field, isEmbeddable);
            if (place != null) {
                checkAll(field.element(), title(field.element()), place);
            }
        }
    }

    private List<Field> fields(TypeElement type) {
        try {
            return Fields.of(model, type);
        } catch (MappingError e) {
            return List.of(); // its reader tells of it
        }
    }

    private void checkClass(TypeElement type) {
        checkAll(type, type.getSimpleName().toString(), Place.of(type));
    }

    private void checkMethods(TypeElement type, Place place) {
        Set<String> components = Set.copyOf(type.getRecordComponents().stream()
                .map(component -> component.getSimpleName().toString())
                .toList());
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            boolean isOfComponent = components.contains(method.getSimpleName().toString());
            for (Mark mark : isOfComponent ? List.<Mark>of() : Mark.all(method)) {
                if (!ON_FIELDS.contains(mark.name())) {
                    check(mark, method, title(method) + "()", place);
                }
            }
        }
    }

    private void checkOthers(TypeElement type, Place place) {
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (place == Place.NOT_MAPPED_ABOVE || !Fields.isMapped(field)) {
                Mark.all(field).forEach(mark -> check(mark, field, title(field), place));
            }
        }
    }

    private void checkAll(Element element, String title, Place place) {
        Mark.all(element).forEach(mark -> check(mark, element, title, place));
    }

    private void check(Mark mark, Element element, String title, Place place) {
        Rule rule = Catalogue.rule(mark.name());
        String refusal = rule.refusal(mark.name(), place);
        if (refusal != null) {
            tell(element, mark, title, refusal);
            return;
        }
        if (rule.isHint()) {
            return;
        }
        for (String attribute : mark.attributes()) {
            String why = rule.refusal(mark.name(), place, attribute);
            if (why != null) {
                tell(element, mark, title, why);
            } else {
                Place inside = inside(mark, place);
                mark.nested(attribute).forEach(nested -> check(nested, element, title, inside));
            }
        }
    }

    private static Place inside(Mark mark, Place place) {
        return switch (mark.name()) {
            case "JoinTable" -> Place.BETWEEN;
            case "AttributeOverride" ->
                Place.ENTITIES.contains(place) && !mark.text("name").contains(".") ? Place.INHERITED : Place.OVERRIDE;
            default -> place;
        };
    }

    private void tell(Element element, Mark mark, String title, String refusal) {
        errors.accept(new MappingError(element, mark, "%s: %s".formatted(title, refusal)));
    }

    /** By the class that declares it: others may inherit it, and the mistake is one. */
    private static String title(Element member) {
        var declaring = Objects.requireNonNull(member.getEnclosingElement());
        return "%s.%s".formatted(declaring.getSimpleName(), member.getSimpleName());
    }
}
