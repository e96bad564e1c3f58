package io.sluice.processor;

import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Refuses what a field says of its column, where values of the type that is stored have no such thing. */
final class StoredType {
    private StoredType() {}

    /** Takes the type of what reaches the column, behind a converter or the code of an enum. */
    static void require(Field field, TypeMirror stored) {
        boolean isText = Model.is(stored, "java.lang.String");
        boolean isBytes =
                stored instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.BYTE;
        boolean isList = Model.is(stored, "java.util.List"); // what is said is of its elements
        String type = Java.simple(stored);
        if (!isText && !isBytes) {
            refuse(field, field.jakarta("Lob").orElse(null), "@Lob is for a text or bytes, and this is " + type);
        }
        if (isBytes) {
            refuse(field, field.ours("TypeName").orElse(null), "@TypeName is for a text, and this is " + type);
        }
        if (!isText && !isList) {
            refuseColumn(field, "length", "length is for a text, and this is " + type);
        }
        if (!isList && !Model.is(stored, "java.math.BigDecimal")) {
            refuseColumn(field, "precision", "precision is for a BigDecimal, and this is " + type);
            refuseColumn(field, "scale", "scale is for a BigDecimal, and this is " + type);
        }
    }

    static void requireNoEnum(Field field, TypeMirror value) {
        refuse(
                field,
                field.jakarta("Enumerated").orElse(null),
                "@Enumerated is for enums, and this is " + Java.simple(value));
    }

    private static void refuseColumn(Field field, String attribute, String why) {
        Mark column = field.column();
        refuse(field, column != null && column.attributes().contains(attribute) ? column : null, why);
    }

    private static void refuse(Field field, @Nullable Mark mark, String why) {
        if (mark != null) {
            throw field.error(mark, "%s: %s; leave it out".formatted(field.title(), why));
        }
    }
}
