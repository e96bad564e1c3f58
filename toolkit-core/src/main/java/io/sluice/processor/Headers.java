package io.sluice.processor;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** What stands in every class that is written. */
final class Headers {
    static final String NULLABLE = Java.ref("org.jspecify.annotations.Nullable");

    /**
     * What a user's own class may warn of, and a class that follows from it need not repeat: that something is deprecated,
     * or hidden from other modules. And a row's values are cast to types with arguments.
     */
    private static final String WARNINGS = "\"deprecation\", \"exports\", \"removal\", \"unchecked\"";

    private Headers() {}

    /** The comment and the annotations; says whether the class is to be public, as that is for which it is written. */
    static boolean begin(SourceFile file, TypeElement type, String comment) {
        file.line("/** %s */".formatted(comment));
        file.line("@" + Java.mapping("Generated"));
        file.line("@" + Java.ref("org.jspecify.annotations.NullUnmarked"));
        file.line("@%s({%s})".formatted(Java.lang("SuppressWarnings"), WARNINGS));
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

    static void types(SourceFile file, List<TypeConstant> constants, boolean isPublic) {
        if (constants.isEmpty()) {
            return;
        }
        String visible = isPublic ? "public " : "";
        file.line("/** The types of its columns that functions make; equal columns have the same. */");
        file.open("%sstatic final class %s".formatted(visible, TypeConstant.HOLDER));
        for (TypeConstant constant : constants) {
            file.hide(constant.name());
            constant.members()
                    .lines()
                    .filter(line -> line.startsWith("private static final "))
                    .forEach(file::line);
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
}
