package io.sluice.processor;

import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Words of the code that is written. A type's name is marked, so that the file can import it. */
final class Java {
    static final char OPEN = '\u0001';
    static final char CLOSE = '\u0002';

    private Java() {}

    /** A type by its whole name. */
    static String ref(String name) {
        return OPEN + name + CLOSE;
    }

    static String ref(TypeElement type) {
        return ref(type.getQualifiedName().toString());
    }

    static String lang(String name) {
        return ref("java.lang." + name);
    }

    static String schema(String name) {
        return ref("io.sluice.schema." + name);
    }

    static String mapping(String name) {
        return ref("io.sluice.mapping." + name);
    }

    static String sql(String name) {
        return ref("io.sluice.sql." + name);
    }

    static String types(String member) {
        return ref("io.sluice.type.SqlTypes") + "." + member;
    }

    static String columns(String call) {
        return schema("Columns") + "." + call;
    }

    /** A type as code says it where only objects may stand. */
    static String type(TypeMirror type) {
        if (type instanceof PrimitiveType primitive) {
            return switch (primitive.getKind()) {
                case INT -> lang("Integer");
                case CHAR -> lang("Character");
                default -> lang(capitalized(primitive.getKind().name().toLowerCase(Locale.ROOT)));
            };
        }
        if (type instanceof ArrayType array) {
            TypeMirror element = array.getComponentType();
            return (element instanceof PrimitiveType
                            ? element.getKind().name().toLowerCase(Locale.ROOT)
                            : type(element))
                    + "[]";
        }
        if (type instanceof DeclaredType declared) {
            String name = ref((TypeElement) declared.asElement());
            return declared.getTypeArguments().isEmpty()
                    ? name
                    : name
                            + declared.getTypeArguments().stream()
                                    .map(Java::type)
                                    .collect(Collectors.joining(", ", "<", ">"));
        }
        if (type instanceof WildcardType) {
            return "?";
        }
        return type.toString();
    }

    /** A type for messages: by its simple names. */
    static String simple(TypeMirror type) {
        if (type instanceof PrimitiveType primitive) {
            return primitive.getKind().name().toLowerCase(Locale.ROOT);
        }
        return type(type).replaceAll(OPEN + "[^" + CLOSE + "]*?([^." + CLOSE + "]+)" + CLOSE, "$1");
    }

    /** Code without marks. */
    static String plain(String code) {
        return code.replace(String.valueOf(OPEN), "").replace(String.valueOf(CLOSE), "");
    }

    /** The class object of a type, without its arguments. */
    static String classOf(TypeMirror type) {
        return (type instanceof DeclaredType declared ? ref((TypeElement) declared.asElement()) : type(type))
                + ".class";
    }

    static String literal(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c > '~') {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    /** {@code LINE_ITEM} for {@code LineItem}, as {@code EntityTable} says it in messages. */
    static String constant(CharSequence name) {
        return name.toString().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** {@code line_item} for {@code lineItem} and for {@code LineItem}; {@code url_path} for {@code URLPath}. */
    static String snake(CharSequence name) {
        return name.toString()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    static String uncapitalized(CharSequence name) {
        return name.toString().substring(0, 1).toLowerCase(Locale.ROOT)
                + name.toString().substring(1);
    }

    static PackageElement packageOf(Element element) {
        Element at = element;
        while (at != null) {
            if (at instanceof PackageElement found) {
                return found;
            }
            at = at.getEnclosingElement();
        }
        throw new IllegalArgumentException(element + " is in no package");
    }
}
