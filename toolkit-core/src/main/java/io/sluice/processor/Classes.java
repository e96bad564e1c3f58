package io.sluice.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

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
}
