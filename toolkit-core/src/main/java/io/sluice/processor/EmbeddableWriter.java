package io.sluice.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ElementKind;

/** Writes the columns of an embeddable, and how its values are made of them. */
final class EmbeddableWriter {
    private final Model model;
    private final EmbeddableModel embeddable;
    private final Access access;
    private final String type;

    EmbeddableWriter(Model model, EmbeddableModel embeddable) {
        this.model = model;
        this.embeddable = embeddable;
        this.access = new Access(model, embeddable.name().packageName());
        this.type = Java.ref(embeddable.type());
    }

    void write(SourceFile file) {
        String name = embeddable.name().className();
        boolean isPublic = Headers.begin(
                file,
                embeddable.type(),
                "The columns of {@link %s} in the table of whoever embeds it.".formatted(type));
        file.open("%sfinal class %s".formatted(isPublic ? "public " : "", name));
        Headers.types(file, embeddable.constants(), isPublic);
        embeddable.parts().forEach(part -> file.hide(part.field().name()));
        embeddable
                .parts()
                .forEach(part -> file.line("public final %s %s;"
                        .formatted(holder(part), part.field().name())));
        file.blank();
        writeConstructor(file, name);
        writeIsNull(file);
        writeRead(file);
        writeWrite(file);
        file.close();
    }

    private static String holder(EmbeddableModel.Part part) {
        if (part.nested() != null) {
            return part.nested().name().ref();
        }
        ColumnType column = part.column();
        return "%s<%s>".formatted(Java.schema("Column"), column == null ? "?" : column.javaType());
    }

    private void writeConstructor(SourceFile file, String name) {
        String parameters = embeddable.parts().stream()
                .map(part -> holder(part) + " " + part.field().name())
                .collect(Collectors.joining(", "));
        file.line("/** The columns are those of the table that embeds them. */");
        file.open("public %s(%s)".formatted(name, parameters));
        embeddable
                .parts()
                .forEach(part -> file.line("this.%s = %s;"
                        .formatted(part.field().name(), part.field().name())));
        file.close().blank();
    }

    private void writeIsNull(SourceFile file) {
        String all = IntStream.range(0, embeddable.width())
                .mapToObj(at -> "row[%s] == null".formatted(KeyCode.place(at)))
                .collect(Collectors.joining(" && "));
        file.line("/** Whether all its columns are NULL. */");
        file.open(
                "public static boolean isNull(@%s %s[] row, int at)".formatted(Headers.NULLABLE, Java.lang("Object")));
        file.line("return %s;".formatted(all)).close().blank();
    }

    private void writeRead(SourceFile file) {
        boolean isRecord = embeddable.type().getKind() == ElementKind.RECORD;
        if (!isRecord) {
            Classes.requireConstructor(
                    model, embeddable.type(), embeddable.name().packageName(), ", or make it a record");
        }
        file.open("public static %s read(@%s %s[] row, int at)".formatted(type, Headers.NULLABLE, Java.lang("Object")));
        List<String> values = new ArrayList<>();
        int at = 0;
        for (EmbeddableModel.Part part : embeddable.parts()) {
            values.add(value(part, at));
            at += part.width();
        }
        if (isRecord) {
            file.line("return new %s(%s);".formatted(type, String.join(", ", values)));
        } else {
            file.line("%s value = new %s();".formatted(type, type));
            for (int i = 0; i < values.size(); i++) {
                file.line(access.write(embeddable.parts().get(i).field(), "value", values.get(i)) + ";");
            }
            file.line("return value;");
        }
        file.close().blank();
    }

    private static String value(EmbeddableModel.Part part, int at) {
        String place = KeyCode.place(at);
        Field field = part.field();
        if (part.nested() != null) {
            String codec = part.nested().name().ref();
            String read = "%s.read(row, %s)".formatted(codec, place);
            return field.isNullable() ? "%s.isNull(row, %s) ? null : %s".formatted(codec, place, read) : read;
        }
        ColumnType column = part.column();
        String value = "(%s) row[%s]".formatted(column == null ? Java.lang("Object") : column.javaType(), place);
        if (!field.isColumnNullable()) {
            value = "%s.required(%s, %s, %s)"
                    .formatted(
                            Java.mapping("EmbeddedValues"),
                            value,
                            "%s.class".formatted(Java.ref(field.owner())),
                            Java.literal(field.name()));
        }
        return field.isOptional() ? "%s.ofNullable(%s)".formatted(Java.ref("java.util.Optional"), value) : value;
    }

    private void writeWrite(SourceFile file) {
        file.line("/** Puts the values into a row; of none, NULL for each. */");
        file.open("public static void write(%s value, @%s %s[] row, int at)"
                .formatted(type, Headers.NULLABLE, Java.lang("Object")));
        file.open("if (value == null)");
        for (int i = 0; i < embeddable.width(); i++) {
            file.line("row[%s] = null;".formatted(KeyCode.place(i)));
        }
        file.line("return;").close();
        int at = 0;
        for (EmbeddableModel.Part part : embeddable.parts()) {
            String read = access.read(part.field(), "value");
            String place = KeyCode.place(at);
            if (part.nested() != null) {
                file.line(
                        "%s.write(%s, row, %s);".formatted(part.nested().name().ref(), read, place));
            } else {
                file.line("row[%s] = %s;".formatted(place, part.field().isOptional() ? read + ".orElse(null)" : read));
            }
            at += part.width();
        }
        file.close();
    }
}
