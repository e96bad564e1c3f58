package io.sluice.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What a table of many kinds has for those below: columns that may be NULL, and the keys, indexes and checks over them. */
final class KindsBelow {
    private final Model model;
    private final Consumer<Runnable> attempt;

    /** How the constructor says a column, by its name. */
    private final Map<String, String> codes = new HashMap<>();

    private final Map<String, ColumnModel> added = new LinkedHashMap<>();
    private final Set<String> parts = new LinkedHashSet<>();

    KindsBelow(Model model, EntityModel root, Consumer<Runnable> attempt) {
        this.model = model;
        this.attempt = attempt;
        root.columns.forEach(column -> codes.put(column.name(), EntityModel.inCode(column.path())));
    }

    List<String> lines(List<EntityModel> below) {
        below.forEach(this::add);
        List<String> lines = new ArrayList<>();
        added.forEach((variable, column) -> {
            boolean isUsed = parts.stream().anyMatch(part -> part.contains(variable));
            String declaration = column.nullableDeclaration() + ";";
            lines.add(
                    isUsed
                            ? "%s<%s> %s = %s"
                                    .formatted(
                                            Java.schema("Column"), column.type().javaType(), variable, declaration)
                            : declaration);
        });
        lines.addAll(parts);
        return lines;
    }

    private void add(EntityModel lower) {
        EntityModel here = new EntityModel(lower.type, lower.name, lower.inheritance, lower.tableName);
        Map<String, String> byPath = new HashMap<>();
        for (ColumnModel column : lower.columns) {
            String code = codes.computeIfAbsent(column.name(), name -> {
                String variable = variable(name);
                added.put(variable, column);
                return variable;
            });
            byPath.put(column.path(), code);
            here.columns.add(column.at(code));
        }
        lower.paths.forEach((name, path) -> here.paths.put(name, byPath.getOrDefault(path, path)));
        for (EntityModel.CompositeKey key : lower.compositeKeys) {
            if (key.columns().stream().map(codes::get).anyMatch(added::containsKey)) {
                parts.addAll(
                        key.declarations(key.columns().stream().map(codes::get).toList()));
            }
        }
        new TableParts(model, here, attempt).add();
        parts.addAll(here.parts);
    }

    /** A name that no field has, and no other column. */
    private static String variable(String column) {
        String plain = column.replaceAll("\\W", "_");
        return (plain.equals(column) ? plain : plain + Integer.toHexString(column.hashCode())) + "$";
    }
}
