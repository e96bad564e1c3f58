package io.sluice.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Writes the table of an entity. */
final class EntityWriter {
    /** The table of the entity above, beside this one: by a name that no attribute has. */
    static final String ABOVE = "above$";

    private static final String ROW = "@%s %s[] row, int at".formatted(Headers.NULLABLE, Java.lang("Object"));

    private final Model model;
    private final EntityModel entity;
    private final List<String> below;
    private final String type;
    private final String name;
    private final SourceFile file;

    /**
     * @param below what the constructor says of those below that are stored in the same table
     */
    EntityWriter(Model model, EntityModel entity, List<String> below) {
        this.model = model;
        this.entity = entity;
        this.below = below;
        this.type = Java.ref(entity.type);
        this.name = entity.name.className();
        this.file = new SourceFile(entity.name, model.neighbours(entity.type));
    }

    String write() {
        boolean isPublic = Headers.begin(file, entity.type, "The table of {@link %s}.".formatted(type));
        file.open("%sfinal class %s extends %s<%s, %s>"
                .formatted(isPublic ? "public " : "", name, Java.mapping("EntityTable"), type, entity.keyType));
        Headers.types(file, entity.types, isPublic);
        entity.constants.forEach(file::line);
        boolean isBelow = joinedParent() != null;
        file.line("public static final %s %s = new %s(%s%s);"
                        .formatted(name, entity.name.constant(), name, entity.tableName, isBelow ? ", null" : ""))
                .blank();
        writeFields();
        writeConstructor();
        method(
                "public %s as(%s alias)".formatted(name, Java.lang("String")),
                "return new %s(tableName().as(alias)%s);".formatted(name, isBelow ? ", null" : ""));
        if (isBelow) {
            method(
                    "protected %s below(%s over, %s alias)".formatted(name, aboveType(), Java.lang("String")),
                    "return new %s(tableName().as(alias), over);".formatted(name));
        }
        method("protected %s base()".formatted(name), "return %s;".formatted(entity.name.constant()));
        writeInstantiate();
        writeAccessor("protected void set(%s entity, int attribute, %s)", EntityModel.AttributeModel::set);
        writeAccessor("protected void get(%s entity, int attribute, %s)", EntityModel.AttributeModel::get);
        writeHolders();
        writeDeferred();
        if (!entity.loaded.isEmpty()) {
            method("protected void loaded(%s entity)".formatted(type), entity.loaded.toArray(String[]::new));
        }
        method("protected %s key(%s)".formatted(entity.keyType, ROW), entity.makeKey.toArray(String[]::new));
        file.line("@" + Java.lang("Override"));
        file.open("protected void key(%s key, %s)".formatted(entity.keyType, ROW));
        entity.takeKey.forEach(file::line);
        return file.close().close().text();
    }

    private void method(String signature, String... lines) {
        file.line("@" + Java.lang("Override")).open(signature);
        for (String line : lines) {
            file.line(line);
        }
        file.close().blank();
    }

    private @Nullable TypeElement joinedParent() {
        Inheritance inheritance = entity.inheritance;
        return inheritance == null || inheritance.isSingleTable() ? null : inheritance.parent();
    }

    private String aboveType() {
        return "%s<? super %s, ?>".formatted(Java.mapping("EntityTable"), type);
    }

    private void writeFields() {
        TypeElement parent = joinedParent();
        if (parent != null) {
            Generated above = model.generated(parent);
            file.line("private final %s %s = above(%s);".formatted(above.ref(), ABOVE, above.table()))
                    .blank();
        }
        declare(entity.fields);
        declare(entity.formulas);
        declare(entity.relations);
    }

    private void declare(List<EntityModel.Declared> fields) {
        if (fields.isEmpty()) {
            return;
        }
        fields.forEach(field -> file.hide(field.name()));
        fields.forEach(
                field -> file.line("public final %s %s = %s;".formatted(field.type(), field.name(), field.value())));
        file.blank();
    }

    private void writeConstructor() {
        boolean isBelow = joinedParent() != null;
        file.open("private %s(%s name%s)"
                .formatted(name, Java.schema("TableName"), isBelow ? ", %s over".formatted(aboveType()) : ""));
        file.line("super(name, %s.class%s);".formatted(type, isBelow ? ", over" : ""));
        for (EntityModel.AttributeModel attribute : entity.attributes) {
            file.line("attribute(%s, %s.Role.%s%s);"
                    .formatted(
                            Java.literal(attribute.name()),
                            Java.mapping("Attribute"),
                            attribute.role(),
                            attribute.paths().stream()
                                    .map(path -> ", " + EntityModel.inCode(path))
                                    .collect(Collectors.joining())));
            attribute.limits().forEach(limit -> file.line("%s(%s);".formatted(limit, Java.literal(attribute.name()))));
        }
        for (EntityModel.CompositeKey key : entity.compositeKeys) {
            key.declarations(key.paths().stream().map(EntityModel::inCode).toList())
                    .forEach(file::line);
        }
        entity.parts.forEach(file::line);
        writeInheritance();
        file.close().blank();
    }

    private void writeInheritance() {
        Inheritance inheritance = entity.inheritance;
        if (inheritance == null) {
            return;
        }
        if (inheritance.isSingleTable() && inheritance.parent() == null) {
            below.forEach(file::line);
        }
        TypeElement parent = inheritance.parent();
        String above = parent == null
                ? "null"
                : inheritance.isSingleTable() ? model.generated(parent).table() : ABOVE;
        String descendants = inheritance.descendants().stream()
                .map(descendant -> model.generated(descendant).table())
                .collect(Collectors.joining(", "));
        file.line("inherits(%s.%s(%s, %s, %s, () -> %s.of(%s)));"
                .formatted(
                        Java.mapping("Hierarchy"),
                        inheritance.isSingleTable() ? "singleTable" : "joined",
                        above,
                        Java.literal(inheritance.discriminator().column()),
                        Objects.requireNonNullElse(inheritance.value(), "null"),
                        Java.ref("java.util.List"),
                        descendants));
    }

    private void writeInstantiate() {
        method(
                "protected %s instantiate()".formatted(type),
                entity.type.getModifiers().contains(Modifier.ABSTRACT)
                        ? "throw new %s(\"%s is abstract\");"
                                .formatted(Java.lang("UnsupportedOperationException"), entity.type.getSimpleName())
                        : "return new %s();".formatted(type));
    }

    private void writeAccessor(String signature, Function<EntityModel.AttributeModel, @Nullable String> code) {
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < entity.attributes.size(); i++) {
            String statement = code.apply(entity.attributes.get(i));
            if (statement != null) {
                cases.add("case %s -> %s;".formatted(i, statement));
            }
        }
        file.line("@" + Java.lang("Override"));
        file.open(signature.formatted(type, ROW));
        if (cases.isEmpty()) {
            file.line("throw unknownAttribute(attribute);");
        } else {
            file.open("switch (attribute)");
            cases.forEach(file::line);
            file.line("default -> throw unknownAttribute(attribute);").close();
        }
        file.close().blank();
    }

    private void writeHolders() {
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < entity.holders.size(); i++) {
            cases.add("case %s -> %s;".formatted(i, entity.holders.get(i)));
        }
        writeHolder(
                "protected " + Java.lang("Object") + " holder(%s entity, int relation)",
                cases,
                "relation",
                "unknownRelation");
    }

    private void writeDeferred() {
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < entity.attributes.size(); i++) {
            String holder = entity.attributes.get(i).deferred();
            if (holder != null) {
                cases.add("case %s -> %s;".formatted(i, holder));
            }
        }
        writeHolder(
                "protected " + Java.lang("Object") + " deferred(%s entity, int attribute)",
                cases,
                "attribute",
                "unknownAttribute");
    }

    private void writeHolder(String signature, List<String> cases, String selector, String unknown) {
        if (cases.isEmpty()) {
            return;
        }
        file.line("@" + Java.lang("Override")).open(signature.formatted(type));
        file.open("return switch (%s)".formatted(selector));
        cases.forEach(file::line);
        file.line("default -> throw %s(%s);".formatted(unknown, selector));
        file.closeWith("};").close().blank();
    }
}
