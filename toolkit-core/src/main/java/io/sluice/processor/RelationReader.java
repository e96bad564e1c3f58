package io.sluice.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads what leads from an entity to others. */
final class RelationReader {
    private final Model model;
    private final EntityModel entity;
    private final Access access;

    RelationReader(Model model, EntityModel entity) {
        this.model = model;
        this.entity = entity;
        this.access = new Access(model, entity.name.packageName());
    }

    void add(Field field, boolean isAbove) {
        if (!field.isToOne() && !field.isToMany()) {
            throw bare(field);
        }
        TypeElement target = model.keys().target(field);
        Mark kind = kind(field);
        List<String> options = new ArrayList<>();
        Mark order = field.jakarta("OrderBy").orElse(null);
        if (order != null) {
            options.add("orderedBy((%s to) -> %s.of(%s))"
                    .formatted(
                            model.generated(target).ref(), Java.ref("java.util.List"), ordering(field, order, target)));
        }
        String strategy = strategy(field, kind);
        if (strategy != null) {
            options.add("loadedBy(%s.%s)".formatted(Java.mapping("LoadStrategy"), strategy));
        }
        String mappedBy = field.is("ManyToOne") ? null : kind.textOrNull("mappedBy");
        String name = Java.literal(field.name());
        String call;
        if (mappedBy != null) {
            requireMappedBy(field, kind, target, mappedBy);
            call = "%s(%s, () -> %s.%s%s)"
                    .formatted(
                            field.isToOne()
                                    ? "toOneMappedBy"
                                    : field.is("ManyToMany") ? "manyToManyMappedBy" : "toManyMappedBy",
                            name,
                            model.generated(target).table(),
                            mappedBy,
                            also(options));
        } else if (field.isToOne()) {
            call = "toOne(%s, () -> %s, %s.of(%s)%s)"
                    .formatted(
                            name,
                            model.generated(target).table(),
                            Java.ref("java.util.List"),
                            foreignKey(field, kind, target, isAbove),
                            also(options));
        } else {
            call = between(field, name, target, also(options));
        }
        entity.relations.add(new EntityModel.Declared(
                "%s<%s, %s>"
                        .formatted(
                                Java.mapping(field.isToOne() ? "ToOneRelation" : "ToManyRelation"),
                                Java.ref(entity.type),
                                Java.ref(target)),
                field.name(),
                call));
        entity.holders.add(access.read(field, "entity"));
    }

    private static String also(List<String> options) {
        return options.stream().map(option -> ", " + option).collect(Collectors.joining());
    }

    private static MappingError bare(Field field) {
        TypeElement type = Model.elementOf(field.type());
        var argument = Model.argumentOf(field.type());
        if (argument != null) {
            TypeElement target = Model.elementOf(argument);
            String name = target == null ? "…" : target.getSimpleName().toString();
            return field.error(
                    "%s: a collection cannot tell \"not loaded\" from \"none\"; declare it as ToMany<%s> %s = ToMany.empty()"
                            .formatted(field.title(), name, field.name()));
        }
        String name =
                type == null ? Java.simple(field.type()) : type.getSimpleName().toString();
        return field.error(
                "%s: a field of type %s cannot tell \"not loaded\" from \"none\"; declare it as ToOne<%s> %s = ToOne.empty()"
                        .formatted(field.title(), name, name, field.name()));
    }

    private static Mark kind(Field field) {
        String[] fitting =
                field.isToOne() ? new String[] {"ManyToOne", "OneToOne"} : new String[] {"OneToMany", "ManyToMany"};
        for (String name : fitting) {
            Mark mark = field.jakarta(name).orElse(null);
            if (mark != null) {
                return mark;
            }
        }
        throw field.error("%s: a %s says what it is; add @%s or @%s"
                .formatted(field.title(), field.isToOne() ? "ToOne" : "ToMany", fitting[0], fitting[1]));
    }

    private static @Nullable String strategy(Field field, Mark kind) {
        Mark said = field.ours("LoadedBy").orElse(null);
        if (said != null) {
            return said.constant("value");
        }
        return kind.says("fetch") && kind.constant("fetch").equals("EAGER") ? "SELECT_IN" : null;
    }

    private void requireMappedBy(Field field, Mark kind, TypeElement target, String mappedBy) {
        String place = target.getSimpleName() + "." + mappedBy;
        Field other = Fields.named(model, target, mappedBy)
                .orElseThrow(() -> field.error(
                        kind, "%s: mappedBy names %s, and there is no such field".formatted(field.title(), place)));
        boolean isBetween = field.is("ManyToMany");
        boolean fits = isBetween
                ? other.isToMany() && other.is("ManyToMany")
                : other.isToOne() && (field.isToOne() ? other.is("OneToOne") : other.is("ManyToOne"));
        if (!fits) {
            throw field.error(
                    kind,
                    "%s: mappedBy names %s, which is no %s"
                            .formatted(
                                    field.title(),
                                    place,
                                    isBetween
                                            ? "@ManyToMany ToMany"
                                            : field.isToOne() ? "@OneToOne ToOne" : "@ManyToOne ToOne"));
        }
        TypeElement back = model.keys().target(other);
        if (!model.types().isSubtype(entity.type.asType(), back.asType())) {
            throw field.error(
                    kind,
                    "%s: mappedBy names %s, which leads to %s, not to %s"
                            .formatted(field.title(), place, back.getSimpleName(), entity.type.getSimpleName()));
        }
        boolean isMappedToo = !other.is("ManyToOne") && kind(other).textOrNull("mappedBy") != null;
        if (isMappedToo) {
            throw field.error(
                    kind,
                    "%s and %s are both mapped by the other; one of them has the key, so take mappedBy away from it"
                            .formatted(field.title(), place));
        }
        if (!JoinColumns.of(field).isEmpty() || field.is("JoinTable")) {
            throw field.error("%s: the key belongs to %s, which maps it; move the annotation there"
                    .formatted(field.title(), place));
        }
    }

    private String foreignKey(Field field, Mark kind, TypeElement target, boolean isAbove) {
        if (field.is("MapsId")) {
            return mapsId(field, target, isAbove);
        }
        boolean isKey = field.is("Id");
        KeyBelow keyBelow = isKey && isAbove ? KeyBelow.of(model, entity) : null;
        List<KeyPart> parts = model.keys().foreign(field);
        boolean isNullable = !isKey && kind.flag("optional") && joinColumnsAreNullable(field);
        List<String> paths = new ArrayList<>();
        List<ColumnModel> columns = new ArrayList<>();
        for (KeyPart part : parts) {
            if (entity.hasField(part.path())) {
                throw field.error(
                        "%s: its foreign key is %s.%s, and there is a field of that name; leave that field out, since %s.%s and key() of the relation give the key"
                                .formatted(
                                        field.title(),
                                        entity.name.constant(),
                                        part.path(),
                                        entity.name.constant(),
                                        part.path()));
            }
            var column = keyBelow != null
                    ? keyBelow.column(part)
                    : new ColumnModel(
                            part.path(),
                            part.column(),
                            part.type(),
                            isNullable,
                            part.references(),
                            options(field, part.column(), isKey, parts.size() == 1));
            columns.add(column);
            entity.fields.add(new EntityModel.Declared(
                    "%s<%s>".formatted(Java.schema("Column"), part.type().javaType()),
                    part.path(),
                    isAbove && keyBelow == null ? EntityWriter.ABOVE + "." + part.path() : column.declaration()));
            entity.paths.put(part.path(), part.path());
            paths.add(part.path());
        }
        if (!isAbove || keyBelow != null) {
            entity.columns.addAll(columns);
            if (parts.size() > 1 && keyBelow == null) {
                addCompositeKey(
                        field,
                        target,
                        paths,
                        columns.stream().map(ColumnModel::name).toList(),
                        field.is("OneToOne") && !isKey);
            }
        }
        return String.join(", ", paths);
    }

    private void addCompositeKey(
            Field field, TypeElement target, List<String> paths, List<String> columns, boolean isUnique) {
        if (!JoinColumns.isConstrained(field)) {
            if (isUnique) {
                entity.parts.add("declare(%s.of(%s));".formatted(Java.schema("UniqueKey"), String.join(", ", paths)));
            }
            return;
        }
        entity.compositeKeys.add(new EntityModel.CompositeKey(
                paths,
                columns,
                model.keys().of(target).stream()
                        .map(key -> model.generated(target).table() + "." + key.path())
                        .collect(Collectors.joining(", ")),
                rules(field),
                isUnique));
    }

    private static List<String> options(Field field, String column, boolean isKey, boolean isSingle) {
        List<String> options = new ArrayList<>();
        if (isKey) {
            options.add(Java.columns("primaryKey()"));
        }
        boolean isUnique = (field.is("OneToOne") && isSingle) || JoinColumns.isUnique(field, column);
        if (isUnique && !(isKey && isSingle)) {
            options.add(Java.columns("unique()"));
        }
        String comment = JoinColumns.comment(field, column);
        if (comment != null) {
            options.add(Java.columns("comment(%s)".formatted(Java.literal(comment))));
        }
        return options;
    }

    static String references(Field field, String target) {
        return Java.columns("references(() -> %s)".formatted(target)) + rules(field);
    }

    /** What a foreign key is called, and what becomes of the rows when the key they refer to goes or changes. */
    private static String rules(Field field) {
        StringBuilder code = new StringBuilder();
        String name = JoinColumns.foreignKeyName(field);
        if (name != null) {
            code.append(".named(%s)".formatted(Java.literal(name)));
        }
        for (String rule : List.of("OnDelete", "OnUpdate")) {
            field.ours(rule)
                    .ifPresent(mark -> code.append(".%s(%s.%s)"
                            .formatted(
                                    Java.uncapitalized(rule),
                                    Java.ref("io.sluice.sql.tree.ReferentialAction"),
                                    mark.constant("value"))));
        }
        return code.toString();
    }

    private static boolean joinColumnsAreNullable(Field field) {
        return JoinColumns.of(field).stream().allMatch(mark -> mark.flag("nullable"));
    }

    /** The key's own columns are the foreign key; a column of its own says itself what it refers to. */
    private String mapsId(Field field, TypeElement target, boolean isAbove) {
        List<KeyPart> parts = model.keys().mapped(entity.type, field);
        List<String> paths = parts.stream().map(KeyPart::path).toList();
        if (parts.size() > 1 && !isAbove) {
            addCompositeKey(
                    field, target, paths, parts.stream().map(KeyPart::column).toList(), false);
        }
        return String.join(", ", paths);
    }

    private String between(Field field, String name, TypeElement target, String options) {
        if (field.is("OneToMany") && (field.is("JoinColumn") || field.is("JoinColumns"))) {
            throw field.error(
                    field.jakarta("JoinColumn").orElse(null),
                    "%s: a foreign key is a field of the entity that has it; add @ManyToOne ToOne<%s> to %s, and name it here by mappedBy"
                            .formatted(field.title(), entity.type.getSimpleName(), target.getSimpleName()));
        }
        if (!JoinColumns.of(field).isEmpty()) {
            throw field.error(
                    JoinColumns.of(field).get(0),
                    "%s: its foreign keys are in a table between; name them with @JoinTable(joinColumns = …, inverseJoinColumns = …)"
                            .formatted(field.title()));
        }
        Generated holder = model.keys().holder(field);
        if (!holder.equals(entity.name)) {
            return "manyToMany(%s, %s.%s%s)".formatted(name, holder.table(), field.name(), options);
        }
        Mark table = field.jakarta("JoinTable").orElse(null);
        TableNames.Name own = TableNames.of(entity.type);
        TableNames.Name other = TableNames.of(target);
        String said = table == null ? null : table.textOrNull("name");
        String schema = table == null ? null : table.textOrNull("schema");
        var tableName = new TableNames.Name(
                schema == null ? own.schema() : schema, said == null ? own.name() + "_" + other.name() : said);
        boolean isSelf = own.name().equals(other.name());
        List<String> here = model.keys()
                .joinColumns(field, table == null ? List.of() : table.marks("joinColumns"), entity.type, own.name());
        List<String> there = model.keys()
                .joinColumns(
                        field,
                        table == null ? List.of() : table.marks("inverseJoinColumns"),
                        target,
                        isSelf ? Java.snake(field.name()) : other.name());
        requireDistinct(field, table, here, there);
        return "manyToMany(%s, () -> %s, %s, %s, %s%s)"
                .formatted(
                        name,
                        model.generated(target).table(),
                        TableNames.code(tableName),
                        list(here),
                        list(there),
                        options);
    }

    private static void requireDistinct(Field field, @Nullable Mark table, List<String> here, List<String> there) {
        Set<String> seen = new HashSet<>();
        for (String name : Stream.concat(here.stream(), there.stream()).toList()) {
            if (!seen.add(name)) {
                throw field.error(
                        table,
                        "%s: two columns of the table between are called %s; name one of them by joinColumns or inverseJoinColumns"
                                .formatted(field.title(), name));
            }
        }
    }

    private static String list(List<String> names) {
        return "%s.of(%s)"
                .formatted(
                        Java.ref("java.util.List"),
                        names.stream().map(Java::literal).collect(Collectors.joining(", ")));
    }

    private String ordering(Field field, Mark order, TypeElement target) {
        String text = order.text("value").trim();
        if (text.isEmpty()) {
            return model.keys().of(target).stream()
                    .map(key -> "to.%s.asc()".formatted(key.path()))
                    .collect(Collectors.joining(", "));
        }
        List<String> terms = new ArrayList<>();
        for (String term : text.split(",", -1)) {
            String[] words = term.trim().split("\\s+", -1);
            String direction = words.length < 2 ? "asc" : words[1].toLowerCase(java.util.Locale.ROOT);
            if (words.length > 2 || !List.of("asc", "desc").contains(direction) || !isColumn(target, words[0])) {
                throw field.error(
                        order,
                        "%s: @OrderBy says \"%s\", which is no attribute of %s with ASC or DESC"
                                .formatted(field.title(), term.trim(), target.getSimpleName()));
            }
            terms.add("to.%s.%s()".formatted(words[0], direction));
        }
        return String.join(", ", terms);
    }

    private boolean isColumn(TypeElement target, String path) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        Field field = Fields.named(model, target, first).orElse(null);
        if (field == null || field.isToMany() || field.isToOne()) {
            return false;
        }
        TypeElement type = Model.elementOf(field.type());
        if (type == null || !Mark.isJakarta(type, "Embeddable")) {
            return dot < 0;
        }
        return model.embeddable(type).columns(first, Map.of(), false).stream()
                .anyMatch(column -> column.path().equals(path));
    }
}
