package io.sluice.processor;

import static io.sluice.processor.Place.*;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which annotations are obeyed, and where. What is not in here is refused: an annotation that is ignored would promise
 * what does not happen.
 */
final class Catalogue {
    static final String LEAVE_OUT = "leave it out";

    private static final String DATABASE_OPTIONS = "add it by hand to what createAll writes, and leave it out here";
    private static final String READ_ONLY =
            "sessions only read yet, so nothing would call it; leave it out, and use @CreatedAt, @UpdatedAt or @ServerDefault for values that are set by themselves";
    private static final String WHOLE = "an embeddable is written as a whole, so leave it out";

    private static final String OF_EMBEDDABLE =
            "the column's type is one wherever it is embedded; say it in the embeddable";

    private static final Map<String, Rule> RULES = new HashMap<>();

    /** Of these, one stands on a field at most. */
    private static final List<List<String>> ALTERNATIVES = List.of(
            List.of("ManyToOne", "OneToOne", "OneToMany", "ManyToMany"),
            List.of("Id", "EmbeddedId"),
            List.of("Id", "Version"),
            List.of("Convert", "Enumerated", "NativeEnum", "TypeName"),
            List.of("Lob", "TypeName"),
            List.of("GeneratedValue", "ServerDefault"),
            List.of("GeneratedValue", "CreatedAt", "UpdatedAt"),
            List.of("UpdatedAt", "UpdateDefault"));

    static {
        classes();
        tables();
        keys();
        values();
        columns();
        relations();
        methods();
        hints();
    }

    private Catalogue() {}

    /** Takes the simple name of an annotation of Jakarta's or of ours; they share none. */
    static Rule rule(String name) {
        return RULES.getOrDefault(name, new Rule(LEAVE_OUT));
    }

    static List<List<String>> alternatives() {
        return ALTERNATIVES;
    }

    /** The annotations that say something of a field, and so nothing on a method. */
    static Set<String> onFields() {
        return RULES.entrySet().stream()
                .filter(entry -> entry.getValue().isObeyedOnFields())
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("Transient"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Rule rule(String name, String remedy) {
        return RULES.computeIfAbsent(name, unused -> new Rule(remedy));
    }

    /** With the container that the compiler makes of several. */
    private static Rule repeatable(
            String name, String container, String remedy, Set<Place> places, String... attributes) {
        rule(container, remedy).on(places, "value");
        return rule(name, remedy).on(places, attributes);
    }

    private static void classes() {
        rule("Entity", LEAVE_OUT).on(ENTITIES, "name");
        rule("MappedSuperclass", LEAVE_OUT).on(MAPPED_SUPERCLASS);
        rule("Embeddable", LEAVE_OUT).on(EMBEDDABLE);
        rule("IdClass", "move it to the class that has the @Id fields")
                .on(ENTITIES, "value")
                .on(MAPPED_SUPERCLASS, "value");
        rule("Inheritance", "move it to the topmost entity").on(ENTITIES, "strategy");
        rule("DiscriminatorColumn", "move it to the topmost entity")
                .on(ENTITY, "name", "discriminatorType", "length")
                .insteadOf("columnDefinition", "say discriminatorType and length")
                .insteadOf("options", DATABASE_OPTIONS);
        rule("DiscriminatorValue", "move it to the entity whose rows it marks").on(ENTITIES, "value");
        rule("Converter", LEAVE_OUT);
        rule("SecondaryTable", "make it an entity of its own with a @OneToOne");
        rule("SecondaryTables", "make each an entity of its own with a @OneToOne");
        rule("Access", "fields are what is mapped; leave it out")
                .on(CLASSES, "value")
                .on(FIELDS, "value");
        rule(
                "EntityListeners",
                "sessions only read yet, so nothing would call them; leave it out, and move what follows a load into a @PostLoad method of the entity");
    }

    private static void tables() {
        rule("Table", "name the table of each entity")
                .on(ENTITIES, "name", "schema", "indexes", "uniqueConstraints", "check", "comment")
                .insteadOn(EMBEDDABLE, "its columns are in the table of whoever embeds it; leave it out")
                .insteadOf("catalog", "a catalog cannot be named; connect to it")
                .insteadOf("options", DATABASE_OPTIONS);
        rule("Index", LEAVE_OUT).on(ENTITIES, "name", "columnList", "unique").insteadOf("options", "use @SqlIndex");
        rule("UniqueConstraint", LEAVE_OUT).on(ENTITIES, "name", "columnNames").insteadOf("options", DATABASE_OPTIONS);
        rule("CheckConstraint", LEAVE_OUT).everywhere("name", "constraint").insteadOf("options", DATABASE_OPTIONS);
        repeatable(
                "SqlIndex",
                "SqlIndexes",
                "move it to the entity",
                ENTITIES,
                "value",
                "name",
                "unique",
                "method",
                "where");
        rule("Partitioned", "move it to the topmost entity, whose table it is")
                .on(ENTITY, "by", "attribute", "value", "rest", "count")
                .on(JOINED_BELOW, "by", "attribute", "value", "rest", "count");
        rule("Partition", LEAVE_OUT).everywhere("name", "from", "to", "values");
        repeatable(
                        "PrimaryKeyJoinColumn",
                        "PrimaryKeyJoinColumns",
                        "it belongs on an entity that is joined to the one above; leave it out",
                        Set.of(JOINED_BELOW),
                        "name",
                        "referencedColumnName")
                .insteadOn(TO_ONE, "use @MapsId, and name the column with @JoinColumn")
                .insteadOn(MAPPED_BY_OTHER, "use @MapsId on the other side")
                .insteadOf("columnDefinition", "the column has the type of the key above; leave it out")
                .insteadOf("foreignKey", "the foreign key is called as the naming convention has it; leave it out")
                .insteadOf("options", DATABASE_OPTIONS);
    }

    private static void keys() {
        rule("Id", "a key is a field of an entity with a column; move it there")
                .on(KEY)
                .on(TO_ONE);
        rule("EmbeddedId", LEAVE_OUT).on(EMBEDDED_KEY);
        rule("GeneratedValue", "only a key is generated; use @ServerDefault for a value that the database makes")
                .on(KEY, "strategy", "generator");
        repeatable(
                        "SequenceGenerator",
                        "SequenceGenerators",
                        "move it to the key that counts by it",
                        Set.of(KEY, ENTITY, JOINED_BELOW, STORED_ABOVE, MAPPED_SUPERCLASS),
                        "name",
                        "sequenceName",
                        "schema",
                        "initialValue",
                        "allocationSize")
                .insteadOf("catalog", "a catalog cannot be named; connect to it")
                .insteadOf("options", DATABASE_OPTIONS);
        rule("TableGenerator", "keys from a table are not supported; use a @SequenceGenerator");
        rule("TableGenerators", "keys from a table are not supported; use a @SequenceGenerator");
        rule("MapsId", "it belongs on a relation that is the key, or a part of it; leave it out")
                .on(TO_ONE, "value");
        rule("Version", "a version is a number of the entity's own, or an Instant; move it to such a field")
                .on(BASIC);
    }

    private static void values() {
        rule("Basic", LEAVE_OUT)
                .on(BASIC, "fetch", "optional")
                .on(KEY)
                .on(ELEMENT, "optional")
                .on(FORMULA, "optional")
                .insteadOn(RELATIONS, "say optional and fetch in the annotation of the relation")
                .insteadOf("fetch", "what is read later is a Deferred field of an entity; leave it out")
                .insteadOf("optional", "a key is never null; leave it out");
        repeatable("Convert", "Converts", "convert the fields of its class", VALUES, "converter", "disableConversion")
                .insteadOn(RELATIONS, "a key is converted where it is declared; leave it out")
                .insteadOn(CLASSES, "put it on the field that it converts")
                .insteadOf("attributeName", "put @Convert on the field that it converts");
        rule("Converts", LEAVE_OUT).insteadOn(CLASSES, "put each @Convert on the field that it converts");
        rule("Enumerated", LEAVE_OUT).on(VALUES, "value");
        rule("Lob", LEAVE_OUT).on(BASIC).on(ELEMENT).on(FORMULA);
        rule("Temporal", "use a class of java.time, which says what it is");
        rule("NativeEnum", LEAVE_OUT).on(VALUES, "value");
        rule("TypeName", LEAVE_OUT).on(VALUES, "value");
        rule("Formula", "move it to the entity").on(FORMULA, "value");
        for (String name : List.of("ServerDefault", "UpdateDefault")) {
            rule(name, "it belongs on a field with a column; leave it out").on(COLUMNS, "value");
        }
        for (String name : List.of("CreatedAt", "UpdatedAt")) {
            rule(name, "it belongs on a field with a column; leave it out").on(COLUMNS);
        }
        rule("Embedded", LEAVE_OUT).on(EMBEDDED).on(EMBEDDED_ELEMENT).on(EMBEDDED_KEY);
        rule("Transient", LEAVE_OUT)
                .on(NOT_MAPPED)
                .on(NOT_MAPPED_ABOVE)
                .on(METHOD)
                .on(METHOD_OF_EMBEDDABLE);
    }

    private static void columns() {
        String[] own = {
            "name", "unique", "nullable", "insertable", "updatable", "length", "precision", "scale", "check", "comment"
        };
        String[] embedded = {"name", "unique", "nullable", "length", "precision", "scale", "check", "comment"};
        rule("Column", LEAVE_OUT)
                .on(BASIC, own)
                .on(KEY, own)
                .on(ELEMENT, embedded)
                .on(
                        INHERITED,
                        "name",
                        "unique",
                        "nullable",
                        "insertable",
                        "updatable",
                        "length",
                        "precision",
                        "scale",
                        "comment")
                .on(OVERRIDE, "name", "unique", "nullable", "comment")
                .insteadOn(RELATIONS, "name the foreign key with @JoinColumn")
                .insteadOn(
                        TO_MANY,
                        "name the foreign key with @JoinColumn at the other side, or the columns of the table between with @JoinTable")
                .insteadOn(COMPOSITES, "name its columns with @AttributeOverride")
                .insteadOn(FORMULA, "a formula has no column; leave it out")
                .insteadOf("table", "an entity has one table; leave it out")
                .insteadOf(
                        "columnDefinition",
                        "it would hide the type from statements; use @TypeName(\"…\") for a type that Java has no class for")
                .insteadOf("secondPrecision", "times have the precision that the database gives them; leave it out")
                .insteadOf("options", DATABASE_OPTIONS)
                .insteadOf("length", OF_EMBEDDABLE)
                .insteadOf("precision", OF_EMBEDDABLE)
                .insteadOf("scale", OF_EMBEDDABLE)
                .insteadOf("insertable", WHOLE)
                .insteadOf("updatable", WHOLE)
                .insteadOf("check", "say it in @Table(check = …)");
        String noOverride = "say it at the field itself";
        repeatable(
                        "AttributeOverride",
                        "AttributeOverrides",
                        noOverride,
                        Set.of(
                                ENTITY,
                                JOINED_BELOW,
                                STORED_ABOVE,
                                EMBEDDABLE,
                                EMBEDDED,
                                EMBEDDED_KEY,
                                EMBEDDED_ELEMENT),
                        "name",
                        "column")
                .insteadOn(MAPPED_SUPERCLASS, "move it to each entity")
                .insteadOn(Set.of(BASIC, KEY, ELEMENT), "say it with @Column")
                .insteadOn(RELATIONS, "name the foreign key with @JoinColumn");
        for (String name : List.of("AssociationOverride", "AssociationOverrides")) {
            rule(name, "declare the relation in the entity itself, with its own @JoinColumn")
                    .insteadOn(COMPOSITES, "an embeddable has no relations; leave it out");
        }
    }

    private static void relations() {
        String kind = "a relation is a field of type ToOne or ToMany; leave it out";
        rule("ManyToOne", kind).on(RELATIONS, "targetEntity", "cascade", "fetch", "optional");
        rule("OneToOne", kind)
                .on(RELATIONS, "targetEntity", "cascade", "fetch", "optional", "mappedBy", "orphanRemoval");
        rule("OneToMany", kind).on(RELATIONS, "targetEntity", "cascade", "fetch", "mappedBy", "orphanRemoval");
        rule("ManyToMany", kind).on(RELATIONS, "targetEntity", "cascade", "fetch", "mappedBy");
        String foreignKey = "it belongs on a relation that has the foreign key; leave it out";
        repeatable(
                        "JoinColumn",
                        "JoinColumns",
                        foreignKey,
                        RELATIONS,
                        "name",
                        "referencedColumnName",
                        "unique",
                        "nullable",
                        "foreignKey",
                        "comment")
                .on(BETWEEN, "name", "referencedColumnName", "nullable")
                .insteadOn(Set.of(BASIC, KEY, ELEMENT), "name the column with @Column")
                .insteadOf("insertable", "a relation is written with its foreign key; leave it out")
                .insteadOf("updatable", "a relation is written with its foreign key; leave it out")
                .insteadOf("columnDefinition", "the column has the type of the key that it refers to; leave it out")
                .insteadOf("table", "an entity has one table; leave it out")
                .insteadOf("check", "say it in @Table(check = …)")
                .insteadOf("options", DATABASE_OPTIONS);
        rule("JoinColumns", foreignKey).on(RELATIONS, "value", "foreignKey");
        rule("ForeignKey", LEAVE_OUT)
                .everywhere("name", "value")
                .insteadOf("foreignKeyDefinition", "use @OnDelete and @OnUpdate for what becomes of the rows")
                .insteadOf("options", DATABASE_OPTIONS);
        Rule table = rule("JoinTable", "it belongs on a relation to many; leave it out")
                .on(TO_MANY, "name", "schema", "joinColumns", "inverseJoinColumns")
                .insteadOn(TO_ONE, "the foreign key stands in the entity's own table; name it with @JoinColumn")
                .insteadOn(MAPPED_BY_OTHER, "it belongs to the other side; leave it out")
                .insteadOf("catalog", "a catalog cannot be named; connect to it")
                .insteadOf("options", DATABASE_OPTIONS);
        for (String part :
                List.of("foreignKey", "inverseForeignKey", "uniqueConstraints", "indexes", "check", "comment")) {
            table.insteadOf(part, "the table between has its two keys only; make it an entity of its own to say more");
        }
        rule("OrderBy", "a List of a basic type keeps its order in its array; leave it out")
                .on(TO_MANY, "value")
                .insteadOn(Set.of(TO_ONE, MAPPED_BY_OTHER), "one entity has no order; leave it out");
        for (String name : List.of(
                "OrderColumn",
                "MapKey",
                "MapKeyClass",
                "MapKeyColumn",
                "MapKeyEnumerated",
                "MapKeyJoinColumn",
                "MapKeyJoinColumns",
                "MapKeyTemporal")) {
            rule(name, LEAVE_OUT)
                    .insteadOn(TO_MANY, "a ToMany keeps no order of its own in the database; use @OrderBy")
                    .insteadOn(BASIC, "a List of a basic type keeps its order in its array; leave it out");
        }
        rule("CollectionTable", "use a List of a basic type for an array, or an entity of its own");
        rule("LoadedBy", "it belongs on a relation; use Deferred for a value that is read later")
                .on(RELATIONS, "value");
        for (String name : List.of("OnDelete", "OnUpdate")) {
            rule(name, "it belongs on the relation that has the foreign key; leave it out")
                    .on(TO_ONE, "value")
                    .insteadOn(
                            Set.of(TO_MANY, MAPPED_BY_OTHER),
                            "move it to the relation at the other side that has the foreign key");
        }
    }

    private static void methods() {
        rule("PostLoad", "an embeddable has no life of its own; call it from a @PostLoad method of the entity")
                .on(METHOD);
        for (String when : List.of("PrePersist", "PostPersist", "PreUpdate", "PostUpdate", "PreRemove", "PostRemove")) {
            rule(when, READ_ONLY);
        }
    }

    /** What changes neither what is read nor what is created. */
    private static void hints() {
        for (String name : List.of(
                "Cacheable",
                "ExcludeDefaultListeners",
                "ExcludeSuperclassListeners",
                "NamedEntityGraph",
                "NamedEntityGraphs",
                "NamedNativeQueries",
                "NamedNativeQuery",
                "NamedQueries",
                "NamedQuery",
                "NamedStoredProcedureQueries",
                "NamedStoredProcedureQuery",
                "SqlResultSetMapping",
                "SqlResultSetMappings")) {
            rule(name, LEAVE_OUT).asHint(CLASSES);
        }
    }
}
