package io.sluice.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** A class whose fields are columns of whoever embeds it. */
record EmbeddableModel(TypeElement type, Generated name, List<Part> parts, List<TypeConstant> constants) {

    /** A field: of one column, or of a further embeddable. */
    record Part(
            Field field,
            @Nullable ColumnType column,
            List<String> options,
            @Nullable EmbeddableModel nested) {

        int width() {
            return nested == null ? 1 : nested.width();
        }
    }

    int width() {
        return parts.stream().mapToInt(Part::width).sum();
    }

    /**
     * Its columns, in a row.
     *
     * @param path how code says it from the table
     * @param overrides what the place where it is embedded says of its columns
     * @param isNullable whether it may be null as a whole, and so each column
     */
    List<ColumnModel> columns(String path, Map<String, Mark> overrides, boolean isNullable) {
        List<ColumnModel> columns = new ArrayList<>();
        for (Part part : parts) {
            Field field = part.field().with(overrides.get(part.field().name()));
            String at = path + "." + field.name();
            if (part.column() != null) {
                columns.add(new ColumnModel(
                        at,
                        field.columnName(),
                        part.column(),
                        isNullable || field.isColumnNullable(),
                        null,
                        ColumnOptions.of(field, part.column())));
            } else if (part.nested() != null) {
                Map<String, Mark> inside = new LinkedHashMap<>(Fields.overrides(field));
                overrides.forEach((name, mark) -> {
                    if (name.startsWith(field.name() + ".")) {
                        inside.put(name.substring(field.name().length() + 1), mark);
                    }
                });
                columns.addAll(part.nested().columns(at, inside, isNullable || field.isNullable()));
            }
        }
        return columns;
    }

    /** The code that makes what holds the columns, of the code that makes each of them. */
    String holder(List<String> columns) {
        List<String> arguments = new ArrayList<>();
        int at = 0;
        for (Part part : parts) {
            arguments.add(
                    part.nested() == null
                            ? columns.get(at)
                            : part.nested().holder(columns.subList(at, at + part.width())));
            at += part.width();
        }
        return "new %s(%s)".formatted(name.ref(), String.join(", ", arguments));
    }
}
