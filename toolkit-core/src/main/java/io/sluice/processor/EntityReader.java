package io.sluice.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Makes a model of an entity, and tells of each mistake it meets. */
final class EntityReader {
    private static final Set<String> VERSIONS =
            Set.of("java.lang.Integer", "java.lang.Long", "java.lang.Short", "java.time.Instant");

    private final Model model;
    private final Consumer<MappingError> errors;
    private final TypeElement type;
    private final EntityModel entity;
    private final Access access;
    private final ColumnTypes columnTypes;

    private EntityReader(Model model, TypeElement type, Consumer<MappingError> errors) {
        this.model = model;
        this.errors = errors;
        this.type = type;
        this.entity = new EntityModel(
                type, model.generated(type), Inheritance.of(model, type), TableNames.code(TableNames.of(type)));
        this.access = new Access(model, entity.name.packageName());
        this.columnTypes = new ColumnTypes(model);
    }

    /** The model of an entity, without the parts that are wrong; null if nothing can be said of it. */
    static @Nullable EntityModel read(Model model, TypeElement type, Consumer<MappingError> errors) {
        try {
            requireClass(model, type);
            var reader = new EntityReader(model, type, errors);
            reader.read();
            return reader.entity;
        } catch (MappingError e) {
            errors.accept(e);
            return null;
        }
    }

    private static void requireClass(Model model, TypeElement type) {
        String name = type.getSimpleName().toString();
        if (type.getKind() == ElementKind.RECORD) {
            throw new MappingError(
                    type,
                    "%s: a record cannot be an entity, whose fields change; make it a class, or select into the record"
                            .formatted(name));
        }
        Classes.requireMade(type, "@Entity");
        if (!type.getModifiers().contains(Modifier.ABSTRACT)) {
            Classes.requireConstructor(model, type, model.generated(type).packageName(), "");
        }
    }

    private void read() {
        attempt(() -> {
            model.keys().of(type);
            var code = new KeyCode(model, type);
            entity.keyType = code.javaType();
            entity.makeKey = code.make();
            entity.takeKey = code.take();
        });
        List<Field> fields = Fields.of(model, type);
        fields.stream().filter(field -> !isRelation(field)).forEach(field -> attempt(() -> addAttribute(field)));
        addDiscriminator(fields);
        var relations = new RelationReader(model, entity);
        fields.stream()
                .filter(EntityReader::isRelation)
                .forEach(field -> attempt(() -> {
                    Names.requireFree(entity, field);
                    Classes.requireVisible(field, field.type());
                    relations.add(field, isAbove(field));
                }));
        attempt(this::finishKey);
        fields.stream().filter(field -> field.isOurs("Formula")).forEach(field -> attempt(() -> addFormula(field)));
        attempt(this::requireDistinctColumns);
        new TableParts(model, entity, this::attempt).add();
        attempt(new Callbacks(model, entity)::add);
        if (entity.keyType.isEmpty()) {
            entity.keyType = Java.lang("Object");
        }
    }

    private void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (MappingError e) {
            errors.accept(e);
        }
    }

    private static boolean isRelation(Field field) {
        return field.isToOne() || field.isToMany() || field.isRelation();
    }

    /** Whether its column is in the table of the entity above. */
    private boolean isAbove(Field field) {
        Inheritance inheritance = entity.inheritance;
        return inheritance != null
                && !inheritance.isSingleTable()
                && inheritance.parent() != null
                && Fields.lineage(inheritance.parent())
                        .contains((TypeElement) field.element().getEnclosingElement());
    }

    private void addAttribute(Field field) {
        Classes.requireVisible(field, field.type());
        requireSupported(field);
        if (field.isOurs("Formula")) {
            return;
        }
        Names.requireFree(entity, field);
        if (field.isKey()) {
            addKey(field);
        } else if (embeddable(field) != null) {
            addEmbedded(field, Objects.requireNonNull(embeddable(field)));
        } else {
            addBasic(field);
        }
    }

    private void requireSupported(Field field) {
        Mark basic = field.jakarta("Basic").orElse(null);
        if (basic != null && basic.constant("fetch").equals("LAZY") && !field.isDeferred()) {
            throw field.error(
                    basic,
                    "%s: a plain field cannot tell \"not loaded\" from null; declare it as Deferred<%s> %s = Deferred.empty()"
                            .formatted(field.title(), Java.simple(field.type()), field.name()));
        }
    }

    private void addKey(Field field) {
        List<KeyPart> parts = model.keys().of(type).stream()
                .filter(part -> part.field().name().equals(field.name()))
                .toList();
        KeyBelow keyBelow = KeyBelow.of(model, entity);
        List<ColumnModel> columns = new ArrayList<>();
        for (KeyPart part : parts) {
            if (keyBelow != null) {
                columns.add(keyBelow.column(part));
                continue;
            }
            List<String> options = new ArrayList<>(List.of(Java.columns("primaryKey()")));
            if (parts.size() == 1 && part.references() == null && !field.is("EmbeddedId")) {
                options.addAll(new GeneratedValues(model, entity).options(field, part.type()));
            }
            columns.add(new ColumnModel(part.path(), part.column(), part.type(), false, part.references(), options));
        }
        entity.columns.addAll(columns);
        TypeElement embedded = field.is("EmbeddedId") ? Model.elementOf(field.type()) : null;
        if (embedded == null) {
            keepTypes(field);
            declareColumn(columns.get(0), field.name());
            entity.attributes.add(basic(field, "KEY", field.name()));
        } else {
            declareEmbedded(field, model.embeddable(embedded), columns, false);
            entity.attributes.add(embedded(field, "KEY", embedded, columns, false));
        }
    }

    /** A key of several columns has them in one order, whatever they are declared by. */
    private void finishKey() {
        List<String> order = model.keys().of(type).stream().map(KeyPart::path).toList();
        if (order.size() == 1) {
            return;
        }
        entity.columns.sort(Comparator.comparingInt(column -> place(order, column.path())));
        entity.fields.sort(Comparator.comparingInt(field -> place(order, field.name())));
        KeyBelow keyBelow = KeyBelow.of(model, entity);
        if (keyBelow != null) {
            entity.compositeKeys.add(keyBelow.reference());
        }
    }

    private static int place(List<String> order, String name) {
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).equals(name) || order.get(i).startsWith(name + ".")) {
                return i;
            }
        }
        return order.size();
    }

    /** The constants that a field's type needs, if this is the class that keeps them. */
    private ColumnType keepTypes(Field field) {
        Generated holder = model.keys().holder(field);
        return columnTypes.of(field, holder, constant -> {
            if (holder.equals(entity.name)) {
                Names.keep(field, constant, entity.types);
            }
        });
    }

    private void declareColumn(ColumnModel column, String field) {
        entity.fields.add(new EntityModel.Declared(
                "%s<%s>".formatted(Java.schema("Column"), column.type().javaType()), field, column.declaration()));
        entity.paths.put(field, field);
    }

    private void declareEmbedded(Field field, EmbeddableModel embeddable, List<ColumnModel> columns, boolean isAbove) {
        entity.fields.add(new EntityModel.Declared(
                embeddable.name().ref(),
                field.name(),
                isAbove
                        ? above(field.name())
                        : embeddable.holder(
                                columns.stream().map(ColumnModel::declaration).toList())));
        columns.forEach(column -> entity.paths.put(column.path(), column.path()));
    }

    private static String above(String path) {
        return EntityWriter.ABOVE + "." + path;
    }

    private void addBasic(Field field) {
        ColumnType columnType = keepTypes(field);
        boolean isVersion = field.is("Version");
        if (isVersion && !VERSIONS.contains(Model.nameOf(model.boxed(field.type())))) {
            throw field.error("%s: a version is counted up; make it an int, a long, a short or an Instant"
                    .formatted(field.title()));
        }
        if (isAbove(field)) {
            entity.fields.add(new EntityModel.Declared(
                    "%s<%s>".formatted(Java.schema("Column"), columnType.javaType()),
                    field.name(),
                    above(field.name())));
            entity.paths.put(field.name(), field.name());
        } else {
            var column = new ColumnModel(
                    field.name(),
                    field.columnName(),
                    columnType,
                    field.isColumnNullable(),
                    null,
                    ColumnOptions.of(field, columnType));
            entity.columns.add(column);
            declareColumn(column, field.name());
        }
        if (field.isDeferred()) {
            entity.attributes.add(new EntityModel.AttributeModel(
                    field.name(),
                    "DEFERRED",
                    List.of(field.name()),
                    null,
                    null,
                    access.read(field, "entity"),
                    limits(field)));
        } else {
            entity.attributes.add(basic(field, isVersion ? "VERSION" : "BASIC", field.name()));
        }
    }

    private EntityModel.AttributeModel basic(Field field, String role, String path) {
        String value = "(%s) row[at]".formatted(Java.type(model.boxed(field.valueType())));
        String read = access.read(field, "entity");
        return new EntityModel.AttributeModel(
                field.name(),
                role,
                List.of(path),
                access.write(
                        field,
                        "entity",
                        field.isOptional()
                                ? "%s.ofNullable(%s)".formatted(Java.ref("java.util.Optional"), value)
                                : value),
                "row[at] = " + (field.isOptional() ? read + ".orElse(null)" : read),
                null,
                limits(field));
    }

    /** Which statements leave it out. */
    private static List<String> limits(Field field) {
        List<String> limits = new ArrayList<>();
        Mark column = field.column();
        if (column != null && !column.flag("insertable")) {
            limits.add("notInserted");
        }
        if (column != null && !column.flag("updatable")) {
            limits.add("notUpdated");
        }
        return limits;
    }

    private @Nullable TypeElement embeddable(Field field) {
        TypeElement found = Model.elementOf(field.type());
        if (found != null && Mark.isJakarta(found, "Embeddable")) {
            return found;
        }
        if (field.is("Embedded")) {
            throw field.error("%s: %s is no embeddable; mark the class with @Embeddable"
                    .formatted(field.title(), Java.simple(field.type())));
        }
        return null;
    }

    private void addEmbedded(Field field, TypeElement embeddable) {
        EmbeddableModel inside = model.embeddable(embeddable);
        Map<String, Mark> overrides = Fields.overrides(field);
        List<ColumnModel> columns = inside.columns(field.name(), overrides, field.isNullable());
        declareEmbedded(field, inside, columns, isAbove(field));
        if (!isAbove(field)) {
            entity.columns.addAll(columns);
        }
        entity.attributes.add(embedded(field, "BASIC", embeddable, columns, field.isNullable()));
    }

    private EntityModel.AttributeModel embedded(
            Field field, String role, TypeElement embeddable, List<ColumnModel> columns, boolean isNullable) {
        String codec = model.generated(embeddable).ref();
        String read = codec + ".read(row, at)";
        return new EntityModel.AttributeModel(
                field.name(),
                role,
                columns.stream().map(ColumnModel::path).toList(),
                access.write(field, "entity", isNullable ? codec + ".isNull(row, at) ? null : " + read : read),
                "%s.write(%s, row, at)".formatted(codec, access.read(field, "entity")),
                null,
                List.of());
    }

    private void addFormula(Field field) {
        Names.requireFree(entity, field);
        Mark mark = field.ours("Formula").orElseThrow();
        if (field.isDeferred()) {
            throw field.error(
                    mark,
                    "%s: a formula is computed when its row is read, and cannot wait; declare it as %s"
                            .formatted(field.title(), Java.simple(field.valueType())));
        }
        ColumnType columnType = keepTypes(field);
        entity.formulas.add(new EntityModel.Declared(
                "%s<%s>".formatted(Java.sql("Expression"), columnType.javaType()),
                field.name(),
                SqlText.expression(entity, field.element(), mark, mark.text("value"), columnType.code())));
        entity.attributes.add(basic(field, "FORMULA", field.name()));
    }

    private void addDiscriminator(List<Field> besides) {
        Inheritance inheritance = entity.inheritance;
        if (inheritance == null || (!inheritance.isSingleTable() && inheritance.parent() != null)) {
            return;
        }
        String name = inheritance.discriminator().column();
        String variable = Names.free(
                TableNames.variable(name),
                taken -> besides.stream().anyMatch(field -> field.name().equals(taken)));
        var column = new ColumnModel(variable, name, inheritance.discriminator().type(), false, null, List.of());
        if (entity.columns.stream().anyMatch(other -> other.name().equalsIgnoreCase(name))) {
            attempt(() -> {
                throw new MappingError(
                        type,
                        "%s: a field has the column %s, by which its kinds are told apart; name either of them otherwise"
                                .formatted(type.getSimpleName(), name));
            });
            return;
        }
        entity.columns.add(column);
        entity.fields.add(new EntityModel.Declared(
                "%s<%s>".formatted(Java.schema("Column"), column.type().javaType()), variable, column.declaration()));
    }

    private void requireDistinctColumns() {
        Map<String, String> seen = new HashMap<>();
        for (ColumnModel column : entity.columns) {
            // MariaDB takes Name and name for one
            String before = seen.putIfAbsent(column.name().toLowerCase(Locale.ROOT), column.path());
            if (before != null) {
                throw new MappingError(
                        elementOf(column.path()),
                        "%s: %s and %s have the same column %s; name one of them by @Column(name = \"…\"), @AttributeOverride or @JoinColumn"
                                .formatted(type.getSimpleName(), before, column.path(), column.name()));
            }
        }
    }

    private Element elementOf(String path) {
        return Fields.named(model, type, path.replaceAll("\\..*", ""))
                .<Element>map(Field::element)
                .orElse(type);
    }
}
