package io.sluice.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What can be said of a class before its fields. */
final class Classes {
    private Classes() {}

    static void requireMade(TypeElement type, String what) {
        String name = type.getSimpleName().toString();
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            throw new MappingError(type, "%s: %s belongs on a class".formatted(name, what));
        }
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                throw new MappingError(
                        type,
                        "%s: a private class cannot be used by the code that is written; make it visible in its package"
                                .formatted(name));
            }
            boolean isInner = at.getEnclosingElement() instanceof TypeElement
                    && at.getKind() == ElementKind.CLASS
                    && !at.getModifiers().contains(Modifier.STATIC);
            if (isInner) {
                throw new MappingError(
                        type,
                        "%s: an inner class cannot be made without its outer one; make it static".formatted(name));
            }
        }
        if (!type.getTypeParameters().isEmpty()) {
            throw new MappingError(
                    type,
                    "%s: a class with type parameters has no table of its own; make it a @MappedSuperclass, and extend it by a class without"
                            .formatted(name));
        }
    }

    /**
     * Whether code in a package can make it.
     *
     * @param otherwise what else can be done
     */
    static void requireConstructor(Model model, TypeElement type, String from, String otherwise) {
        String name = type.getSimpleName().toString();
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            throw new MappingError(
                    type, "%s is abstract, and reading makes it; take abstract away%s".formatted(name, otherwise));
        }
        ExecutableElement found = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(each -> each.getParameters().isEmpty() && Model.isAccessible(each, from))
                .findFirst()
                .orElse(null);
        if (found == null) {
            boolean isOwn = Java.packageOf(type).getQualifiedName().contentEquals(from);
            throw new MappingError(
                    type,
                    "%s has no constructor without parameters that %s can see; add %s() {}%s"
                            .formatted(name, isOwn ? "its package" : "package " + from, name, otherwise));
        }
        if (model.throwsChecked(found)) {
            throw new MappingError(
                    found,
                    "%s(): reading makes it, and can do nothing about what it throws; let it throw nothing checked"
                            .formatted(name));
        }
    }

    /** Whether the code that is written for a field's owner can name a type. */
    static void requireVisible(Field field, TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return;
        }
        String from = Java.packageOf(field.owner()).getQualifiedName().toString();
        for (Element at = Model.elementOf(type); at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (!Model.isAccessible(at, from)) {
                throw field.error(
                        "%s: %s cannot be used by the code that is written in package %s; make it visible there"
                                .formatted(field.title(), at.getSimpleName(), from));
            }
        }
        if (type instanceof DeclaredType declared) {
            declared.getTypeArguments().forEach(argument -> requireVisible(field, argument));
        }
    }
}
