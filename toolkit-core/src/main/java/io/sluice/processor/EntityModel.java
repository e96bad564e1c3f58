package io.sluice.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** What is written for an entity, in the order in which it is written. */
final class EntityModel {
    final TypeElement type;
    final Generated name;
    final @Nullable Inheritance inheritance;
    final String tableName;
    String keyType = "";
    final List<TypeConstant> types = new ArrayList<>();
    final List<String> constants = new ArrayList<>();
    /** The columns of its own table. */
    final List<ColumnModel> columns = new ArrayList<>();
    /** Fields that hold columns, and then those that are made of them. */
    final List<Declared> fields = new ArrayList<>();

    final List<Declared> formulas = new ArrayList<>();
    final List<Declared> relations = new ArrayList<>();
    final List<CompositeKey> compositeKeys = new ArrayList<>();
    final List<AttributeModel> attributes = new ArrayList<>();
    final List<String> holders = new ArrayList<>();
    /** What the constructor says of the table. */
    final List<String> parts = new ArrayList<>();

    final List<String> loaded = new ArrayList<>();
    List<String> makeKey = List.of();
    List<String> takeKey = List.of();
    /** How code says an attribute's column, by the attribute's name: {@code address.street}. */
    final Map<String, String> paths = new LinkedHashMap<>();

    /** A field of the written class. */
    record Declared(String type, String name, String value) {}

    /** A foreign key of several columns. */
    record CompositeKey(List<String> paths, List<String> columns, String target, String rules, boolean isUnique) {

        /** What declares it, of the code for each of its columns. */
        List<String> declarations(List<String> codes) {
            String all = String.join(", ", codes);
            String foreign = "declare(%s.of(%s).references(() -> %s.of(%s))%s);"
                    .formatted(Java.schema("ForeignKey"), all, Java.ref("java.util.List"), target, rules);
            return isUnique
                    ? List.of(foreign, "declare(%s.of(%s));".formatted(Java.schema("UniqueKey"), all))
                    : List.of(foreign);
        }
    }

    /**
     * A field of the entity that takes up columns.
     *
     * @param set takes its value from a row; null if it is left out
     * @param get puts its value into a row; null if it is left out
     * @param deferred the holder of a value that is left out
     */
    record AttributeModel(
            String name,
            String role,
            List<String> paths,
            @Nullable String set,
            @Nullable String get,
            @Nullable String deferred,
            List<String> limits) {}

    EntityModel(TypeElement type, Generated name, @Nullable Inheritance inheritance, String tableName) {
        this.type = type;
        this.name = name;
        this.inheritance = inheritance;
        this.tableName = tableName;
    }

    /** A path as code says it in the constructor, whose parameters are called {@code name} and {@code over}. */
    static String inCode(String path) {
        return path.matches("(name|over)(\\..*)?") ? "this." + path : path;
    }

    /** What a column refers to, alone or as a part of a key; empty if to nothing. */
    String reference(ColumnModel column) {
        return compositeKeys.stream()
                .filter(key -> key.columns().contains(column.name()))
                .map(key -> key.columns() + key.target() + key.rules())
                .findFirst()
                .orElse(column.references() == null ? "" : column.references());
    }

    boolean hasField(String field) {
        return fields.stream().anyMatch(each -> each.name().equals(field))
                || formulas.stream().anyMatch(each -> each.name().equals(field))
                || relations.stream().anyMatch(each -> each.name().equals(field));
    }
}
