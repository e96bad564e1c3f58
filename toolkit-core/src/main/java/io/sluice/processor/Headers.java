package io.sluice.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What stands in every class that is written. */
final class Headers {
    static final String NULLABLE = Java.ref("org.jspecify.annotations.Nullable");

    private Headers() {}

    /** The comment and the annotations; says whether the class is to be public, as that is for which it is written. */
    static boolean begin(SourceFile file, TypeElement type, String comment) {
        file.line("/** %s */".formatted(comment));
        file.line("@" + Java.mapping("Generated"));
        file.line("@" + Java.ref("org.jspecify.annotations.NullUnmarked"));
        List<String> warnings = new ArrayList<>();
        if (isPublic(type) && showsWhatIsNotPublic(type)) {
            warnings.add("\"exports\"");
        }
        if (isDeprecated(type)) {
            warnings.addAll(List.of("\"deprecation\"", "\"removal\""));
        }
        if (!warnings.isEmpty()) {
            file.line("@%s({%s})".formatted(Java.lang("SuppressWarnings"), String.join(", ", warnings)));
        }
        return isPublic(type);
    }

    static boolean isPublic(TypeElement type) {
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a field has a type that others cannot name, which a module would be warned of. */
    private static boolean showsWhatIsNotPublic(TypeElement type) {
        return Fields.lineage(type).stream()
                .flatMap(each -> ElementFilter.fieldsIn(each.getEnclosedElements()).stream())
                .anyMatch(field -> !isPublic(field.asType()));
    }

    private static boolean isPublic(TypeMirror type) {
        TypeElement element = Model.elementOf(type);
        return element == null
                || (isPublic(element)
                        && ((DeclaredType) type).getTypeArguments().stream().allMatch(Headers::isPublic));
    }

    private static boolean isDeprecated(TypeElement type) {
        return Fields.lineage(type).stream()
                .anyMatch(each ->
                        isMarked(each) || each.getEnclosedElements().stream().anyMatch(Headers::isMarked));
    }

    private static boolean isMarked(Element element) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror ->
                        mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Deprecated"));
    }

    static void types(SourceFile file, List<TypeConstant> constants, boolean isPublic) {
        if (constants.isEmpty()) {
            return;
        }
        String visible = isPublic ? "public " : "";
        file.line("/** The types of its columns that functions make; equal columns have the same. */");
        file.open("%sstatic final class %s".formatted(visible, TypeConstant.HOLDER));
        for (TypeConstant constant : constants) {
            constant.members()
                    .lines()
                    .filter(line -> line.startsWith("private static final "))
                    .forEach(file::line);
            if (constant.value().contains("(Class<") || constant.value().startsWith("(")) {
                file.line("@" + Java.lang("SuppressWarnings") + "(\"unchecked\")");
            }
            file.line("public static final %s<%s> %s ="
                    .formatted(Java.ref("io.sluice.type.SqlType"), constant.javaType(), constant.name()));
            file.line("        %s;".formatted(constant.value())).blank();
        }
        file.line("private %s() {}".formatted(TypeConstant.HOLDER));
        for (TypeConstant constant : constants) {
            String methods = constant.members()
                    .lines()
                    .filter(line -> !line.startsWith("private static final "))
                    .collect(Collectors.joining("\n"));
            if (!methods.isEmpty()) {
                file.blank();
                methods.lines().forEach(file::line);
            }
        }
        file.close().blank();
    }

    /** Whether a cast to this type cannot be checked. */
    static boolean isUnchecked(TypeMirror type) {
        return type instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty();
    }

    static void suppressUnchecked(SourceFile file, boolean isNeeded) {
        if (isNeeded) {
            file.line("@" + Java.lang("SuppressWarnings") + "(\"unchecked\")");
        }
    }
}
