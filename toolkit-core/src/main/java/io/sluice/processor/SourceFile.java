package io.sluice.processor;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a class that is written, line by line; names of types become imports where they can. */
final class SourceFile {
    private static final Pattern REFERENCE = Pattern.compile(Java.OPEN + "([^" + Java.CLOSE + "]+)" + Java.CLOSE);

    /** A type that is annotated says its package first, where it must say it. */
    private static final Pattern ANNOTATED = Pattern.compile("@([\\w.]*Nullable) (java\\.lang\\.)Object");

    private final Generated name;
    private final Set<String> neighbours;
    private final Set<String> variables = new HashSet<>();
    private final StringBuilder body = new StringBuilder();
    private int depth;

    /**
     * @param neighbours the names of types of the same package, which hide imports
     */
    SourceFile(Generated name, Set<String> neighbours) {
        this.name = name;
        this.neighbours = neighbours;
    }

    /** The name of a field, which would be taken where a type of that name is meant. */
    void hide(String variable) {
        variables.add(variable);
    }

    SourceFile line(String text) {
        body.append("    ".repeat(depth)).append(text).append('\n');
        return this;
    }

    SourceFile blank() {
        body.append('\n');
        return this;
    }

    /** A line that opens a block. */
    SourceFile open(String text) {
        line(text + " {");
        depth++;
        return this;
    }

    SourceFile close() {
        return closeWith("}");
    }

    SourceFile closeWith(String text) {
        depth--;
        return line(text);
    }

    String text() {
        Map<String, String> names = new TreeMap<>();
        Map<String, String> taken = new TreeMap<>();
        TreeSet<String> found = new TreeSet<>();
        Matcher references = REFERENCE.matcher(body);
        while (references.find()) {
            found.add(references.group(1));
        }
        found.forEach(type -> names.put(type, shortest(type, taken)));
        StringBuilder out = new StringBuilder();
        if (!name.packageName().isEmpty()) {
            out.append("package ").append(name.packageName()).append(";\n\n");
        }
        TreeSet<String> imports = new TreeSet<>();
        names.forEach((type, shortName) -> {
            if (!type.equals(shortName) && !isVisible(type)) {
                imports.add(type);
            }
        });
        imports.forEach(type -> out.append("import ").append(type).append(";\n"));
        if (!imports.isEmpty()) {
            out.append('\n');
        }
        String code = REFERENCE
                .matcher(body)
                .replaceAll(match -> Matcher.quoteReplacement(names.getOrDefault(match.group(1), "")));
        return out.append(ANNOTATED.matcher(code).replaceAll("$2@$1 Object")).toString();
    }

    /** The simple name, unless something else goes by it here. */
    private String shortest(String type, Map<String, String> taken) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        if (type.equals(name.qualifiedName())) {
            return simple;
        }
        if (isNestedInNoPackage(type)) {
            return type;
        }
        String neighbour = name.packageName().isEmpty() ? simple : name.packageName() + "." + simple;
        boolean isHidden = simple.equals(name.className())
                || simple.equals(TypeConstant.HOLDER)
                || variables.contains(simple)
                || (!neighbour.equals(type) && neighbours.contains(simple));
        return isHidden || taken.putIfAbsent(simple, type) != null ? type : simple;
    }

    /** What is in no package cannot be imported. */
    private boolean isNestedInNoPackage(String type) {
        int dot = type.indexOf('.');
        return name.packageName().isEmpty() && dot > 0 && neighbours.contains(type.substring(0, dot));
    }

    /** Without an import: of this package, or of {@code java.lang}. */
    private boolean isVisible(String type) {
        int dot = type.lastIndexOf('.');
        String packageName = dot < 0 ? "" : type.substring(0, dot);
        return packageName.equals(name.packageName()) || packageName.equals("java.lang");
    }
}
