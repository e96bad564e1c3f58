package io.sluice.processor;

import java.io.Serial;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** A class is named that is not there: another processor may write it yet, and else javac itself says so. */
final class Unresolved extends MappingError {
    @Serial
    private static final long serialVersionUID = 1L;

    Unresolved(Element element) {
        super(element, element.getSimpleName() + " names a class that is not there");
    }

    /** Whether a type, or a part of it, is not there. */
    static boolean is(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return true;
        }
        if (type instanceof ArrayType array) {
            return is(array.getComponentType());
        }
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream().anyMatch(Unresolved::is);
    }
}
