package io.sluice.processor;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** The methods by which an entity is told that it was read. */
final class Callbacks {
    private final Model model;
    private final EntityModel entity;

    Callbacks(Model model, EntityModel entity) {
        this.model = model;
        this.entity = entity;
    }

    void add() {
        for (TypeElement above : Fields.lineage(entity.type)) {
            for (ExecutableElement method : ElementFilter.methodsIn(above.getEnclosedElements())) {
                if (Mark.isJakarta(method, "PostLoad") && !isOverridden(method, above)) {
                    requireCallable(method);
                    entity.loaded.add("entity.%s();".formatted(method.getSimpleName()));
                }
            }
        }
    }

    /** Then it is for the method below to say whether it is called. */
    private boolean isOverridden(ExecutableElement method, TypeElement above) {
        for (TypeElement below = entity.type; below != null && !below.equals(above); below = Model.above(below)) {
            if (ElementFilter.methodsIn(below.getEnclosedElements()).stream()
                    .anyMatch(other -> model.elements().overrides(other, method, entity.type))) {
                return true;
            }
        }
        return false;
    }

    private void requireCallable(ExecutableElement method) {
        boolean isPlain = method.getParameters().isEmpty()
                && method.getReturnType().getKind() == TypeKind.VOID
                && !method.getModifiers().contains(Modifier.STATIC)
                && !model.throwsChecked(method);
        if (!isPlain || !Model.isAccessible(method, entity.name.packageName())) {
            throw new MappingError(
                    method,
                    "%s.%s(): a @PostLoad method takes nothing, returns nothing, throws nothing checked, and is visible in package %s"
                            .formatted(entity.type.getSimpleName(), method.getSimpleName(), entity.name.packageName()));
        }
    }
}
