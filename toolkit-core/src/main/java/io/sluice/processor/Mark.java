package io.sluice.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** An annotation as it stands in the source, with the defaults of what it does not say. */
final class Mark {
    static final String JAKARTA = "jakarta.persistence.";
    static final String OURS = "io.sluice.annotation.";

    private final AnnotationMirror mirror;

    private Mark(AnnotationMirror mirror) {
        this.mirror = mirror;
    }

    /** Jakarta's annotation of this simple name. */
    static Optional<Mark> jakarta(Element element, String name) {
        return of(element, JAKARTA + name);
    }

    /** Our own annotation of this simple name. */
    static Optional<Mark> ours(Element element, String name) {
        return of(element, OURS + name);
    }

    static boolean isJakarta(Element element, String name) {
        return jakarta(element, name).isPresent();
    }

    static boolean isOurs(Element element, String name) {
        return ours(element, name).isPresent();
    }

    private static Optional<Mark> of(Element element, String name) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (nameOf(mirror).contentEquals(name)) {
                return Optional.of(new Mark(mirror));
            }
        }
        return Optional.empty();
    }

    /** An annotation that may stand several times, bare or in its container. */
    static List<Mark> repeated(Element element, String name, String container) {
        List<Mark> found = new ArrayList<>();
        of(element, name).ifPresent(found::add);
        of(element, container).ifPresent(all -> found.addAll(all.marks("value")));
        return found;
    }

    /** All of Jakarta's and of ours that stand on an element. */
    static List<Mark> all(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(Mark::new)
                .filter(Mark::isKnown)
                .toList();
    }

    private boolean isKnown() {
        String name = nameOf(mirror).toString();
        return name.equals(JAKARTA + name()) || name.equals(OURS + name());
    }

    /** Its simple name. */
    String name() {
        return mirror.getAnnotationType().asElement().getSimpleName().toString();
    }

    /** What the source says of it that is not its default anyway. */
    List<String> attributes() {
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> !entry.getValue()
                        .toString()
                        .equals(String.valueOf(entry.getKey().getDefaultValue())))
                .map(entry -> entry.getKey().getSimpleName().toString())
                .toList();
    }

    /** The annotations that an attribute holds, if it is made of such. */
    List<Mark> nested(String attribute) {
        return values(attribute).stream()
                .filter(AnnotationMirror.class::isInstance)
                .map(value -> new Mark((AnnotationMirror) value))
                .toList();
    }

    private static Name nameOf(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName();
    }

    AnnotationMirror mirror() {
        return mirror;
    }

    /** Whether the source says it. */
    boolean says(String attribute) {
        return mirror.getElementValues().keySet().stream()
                .anyMatch(method -> method.getSimpleName().contentEquals(attribute));
    }

    /** Whether the source says this of it, which may be its default. */
    boolean says(String attribute, boolean value) {
        return says(attribute) && flag(attribute) == value;
    }

    private Object value(String attribute) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(attribute)) {
                return entry.getValue().getValue();
            }
        }
        for (ExecutableElement method :
                ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements())) {
            AnnotationValue byDefault = method.getDefaultValue();
            if (method.getSimpleName().contentEquals(attribute) && byDefault != null) {
                return byDefault.getValue();
            }
        }
        throw new IllegalStateException("%s has no %s".formatted(nameOf(mirror), attribute));
    }

    String text(String attribute) {
        return (String) value(attribute);
    }

    /** The text, or null where it is empty, which means that nothing is said. */
    @Nullable
    String textOrNull(String attribute) {
        String text = text(attribute);
        return text.isEmpty() ? null : text;
    }

    int number(String attribute) {
        return (Integer) value(attribute);
    }

    boolean flag(String attribute) {
        return (Boolean) value(attribute);
    }

    /** The name of an enum's constant. */
    String constant(String attribute) {
        return ((VariableElement) value(attribute)).getSimpleName().toString();
    }

    TypeMirror type(String attribute) {
        if (value(attribute) instanceof TypeMirror type && !Unresolved.is(type)) {
            return type;
        }
        throw new Unresolved(mirror.getAnnotationType().asElement());
    }

    List<String> texts(String attribute) {
        return values(attribute).stream().map(String.class::cast).toList();
    }

    List<Mark> marks(String attribute) {
        return values(attribute).stream()
                .map(value -> new Mark((AnnotationMirror) value))
                .toList();
    }

    private List<Object> values(String attribute) {
        Object value = value(attribute);
        if (value instanceof List<?> several) {
            return several.stream()
                    .<Object>map(each -> ((AnnotationValue) each).getValue())
                    .toList();
        }
        return List.of(value);
    }
}
