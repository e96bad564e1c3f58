package io.sluice.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** How the code that is written comes at a field: by itself where Java allows it, else by getter and setter. */
final class Access {
    private final Model model;
    private final String fromPackage;

    Access(Model model, String fromPackage) {
        this.model = model;
        this.fromPackage = fromPackage;
    }

    String read(Field field, String object) {
        if (Model.isAccessible(field.element(), fromPackage)) {
            return object + "." + field.name();
        }
        String name = Java.capitalized(field.name());
        return method(field, getters(field), 0)
                .map(getter -> object + "." + called(field, getter) + "()")
                .orElseThrow(() -> field.error("%s cannot be read from %s; %s, or add a getter get%s()"
                        .formatted(field.title(), here(), remedy(field), name)));
    }

    String write(Field field, String object, String value) {
        boolean isAccessible = Model.isAccessible(field.element(), fromPackage);
        boolean isFinal = field.element().getModifiers().contains(Modifier.FINAL);
        if (isAccessible && !isFinal) {
            return object + "." + field.name() + " = " + value;
        }
        String name = Java.capitalized(field.name());
        Optional<ExecutableElement> setter = method(field, setters(field), 1);
        if (setter.isEmpty() && isFinal) {
            throw field.error(
                    "%s is final, and reading an entity sets it; take the final away, or exclude the field with @Transient"
                            .formatted(field.title()));
        }
        setter.ifPresent(found -> requireNullTaken(field, found));
        return setter.map(found -> object + "." + called(field, found) + "(" + value + ")")
                .orElseThrow(() -> field.error("%s cannot be set from %s; %s, or add a setter set%s(…)"
                        .formatted(field.title(), here(), remedy(field), name)));
    }

    private Name called(Field field, ExecutableElement method) {
        if (model.throwsChecked(method)) {
            throw field.error("%s: %s throws what the code that is written cannot handle; let it throw nothing checked"
                    .formatted(field.title(), method));
        }
        return method.getSimpleName();
    }

    /** A key may be null until the row is written, but never in a row. */
    private static void requireNullTaken(Field field, ExecutableElement setter) {
        if (takesPrimitive(setter) && field.isColumnNullable() && !field.isKey()) {
            throw field.error("%s may be null, and %s(%s) cannot take that; let it take %s"
                    .formatted(
                            field.title(),
                            setter.getSimpleName(),
                            Java.simple(setter.getParameters().get(0).asType()),
                            Java.simple(field.type())));
        }
    }

    private static boolean takesPrimitive(ExecutableElement method) {
        return method.getParameters().stream()
                .anyMatch(parameter -> parameter.asType().getKind().isPrimitive());
    }

    private List<String> getters(Field field) {
        List<String> names = new ArrayList<>();
        for (String name : properties(field)) {
            names.addAll(List.of("get" + name, "is" + name));
        }
        names.add(field.name());
        return names;
    }

    private List<String> setters(Field field) {
        List<String> names = new ArrayList<>();
        properties(field).forEach(name -> names.add("set" + name));
        names.add(field.name());
        return names;
    }

    /** How accessors may call a field: {@code xIndex} has {@code getXIndex} or {@code getxIndex}, a boolean {@code isOk} has {@code setOk}. */
    private List<String> properties(Field field) {
        String name = field.name();
        List<String> found = new ArrayList<>(List.of(Java.capitalized(name), name));
        if (name.matches("is\\p{Lu}.*")
                && Model.nameOf(model.boxed(field.type())).equals("java.lang.Boolean")) {
            String rest = name.substring(2);
            boolean isOfAnother =
                    Fields.named(model, field.owner(), Java.uncapitalized(rest)).isPresent();
            if (!isOfAnother) {
                found.add(rest);
            }
        }
        return found;
    }

    private String here() {
        return "the code that is written" + (fromPackage.isEmpty() ? "" : " in package " + fromPackage);
    }

    private String remedy(Field field) {
        if (isLombok(field.element()) || isLombok(field.element().getEnclosingElement())) {
            return "let Lombok's processor run before this one";
        }
        return Java.packageOf(field.element()).getQualifiedName().contentEquals(fromPackage)
                ? "make the field package-private"
                : "make the field public";
    }

    private static boolean isLombok(@Nullable Element element) {
        return element != null
                && element.getAnnotationMirrors().stream()
                        .anyMatch(
                                mirror -> mirror.getAnnotationType().toString().startsWith("lombok."));
    }

    private Optional<ExecutableElement> method(Field field, List<String> names, int parameters) {
        if (field.owner().getKind() != ElementKind.CLASS && field.owner().getKind() != ElementKind.RECORD) {
            return Optional.empty();
        }
        List<ExecutableElement> methods =
                ElementFilter.methodsIn(model.elements().getAllMembers(field.owner()));
        return names.stream()
                .flatMap(name -> methods.stream()
                        .filter(method -> method.getSimpleName().contentEquals(name)
                                && method.getParameters().size() == parameters
                                && !method.getModifiers().contains(Modifier.STATIC)
                                && Model.isAccessible(method, fromPackage)
                                && fits(method, field)))
                .min(Comparator.comparing(Access::takesPrimitive));
    }

    /** A getter gives the field's type, a setter takes it. */
    private boolean fits(ExecutableElement method, Field field) {
        var typed = (ExecutableType)
                model.types().asMemberOf((DeclaredType) field.owner().asType(), method);
        if (method.getParameters().isEmpty()) {
            return typed.getReturnType().getKind() != TypeKind.VOID
                    && model.types().isAssignable(typed.getReturnType(), field.type());
        }
        return model.types()
                .isAssignable(field.type(), typed.getParameterTypes().get(0));
    }
}
