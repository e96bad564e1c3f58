package io.sluice.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can be said of a column beside its type. */
final class ColumnOptions {
    private static final Map<String, String> CLOCKS = Map.of(
            Java.ref("java.time.Instant"), "::now",
            Java.ref("java.time.OffsetDateTime"), "::now",
            Java.ref("java.time.LocalDateTime"), "::now",
            Java.ref("java.time.LocalDate"), "::now");

    private ColumnOptions() {}

    static List<String> of(Field field, ColumnType type) {
        List<String> options = new ArrayList<>();
        Mark column = field.column();
        if (column != null && column.flag("unique")) {
            options.add(Java.columns("unique()"));
        }
        if (column != null && column.textOrNull("comment") != null) {
            options.add(Java.columns("comment(%s)".formatted(Java.literal(column.text("comment")))));
        }
        field.ours("ServerDefault")
                .ifPresent(mark -> options.add(Java.columns("serverDefault(%s)".formatted(sql(field, mark, type)))));
        field.ours("UpdateDefault")
                .ifPresent(mark -> options.add(Java.columns("onUpdate(%s)".formatted(sql(field, mark, type)))));
        if (field.isOurs("CreatedAt")) {
            options.add(Java.columns("defaultValueFrom(%s)".formatted(clock(field, type, "CreatedAt"))));
        }
        if (field.isOurs("UpdatedAt")) {
            String clock = clock(field, type, "UpdatedAt");
            options.add(Java.columns("defaultValueFrom(%s)".formatted(clock)));
            options.add(Java.columns("onUpdateFrom(%s)".formatted(clock)));
        }
        return options;
    }

    private static String clock(Field field, ColumnType type, String annotation) {
        String method = CLOCKS.get(type.javaType());
        if (method == null) {
            throw field.error(
                    "%s: @%s needs a point in time; make the field an Instant".formatted(field.title(), annotation));
        }
        return type.javaType() + method;
    }

    private static String sql(Field field, Mark mark, ColumnType type) {
        if (mark.text("value").isBlank()) {
            throw field.error(mark, "%s: there is no SQL; say an expression such as now()".formatted(field.title()));
        }
        return "%s.template(%s, %s)"
                .formatted(Java.sql("Sql"), Java.literal(mark.text("value").replace("{}", "{{}}")), type.code());
    }
}
