package io.sluice.processor;

import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Where in a model an annotation stands. */
enum Place {
    ENTITY("an entity"),
    JOINED_BELOW("an entity that is joined to the one above"),
    STORED_ABOVE("an entity that is stored in the table of the one above"),
    MAPPED_SUPERCLASS("a mapped superclass"),
    EMBEDDABLE("an embeddable"),
    KEY("a key"),
    EMBEDDED_KEY("an embedded key"),
    BASIC("a basic field"),
    FORMULA("a formula"),
    EMBEDDED("an embedded field"),
    TO_ONE("a relation to one"),
    MAPPED_BY_OTHER("a relation that the other side maps"),
    TO_MANY("a relation to many"),
    ELEMENT("a field of an embeddable"),
    EMBEDDED_ELEMENT("an embeddable in another"),
    NOT_MAPPED("a field that is not mapped", "take @Transient, transient or static away, or leave it out"),
    NOT_MAPPED_ABOVE(
            "a field of a superclass that is not mapped",
            "mark the superclass with @MappedSuperclass, or leave it out"),
    METHOD("a method"),
    METHOD_OF_EMBEDDABLE("a method of an embeddable"),
    /** The columns of a table between two entities. */
    BETWEEN("a table between"),
    /** What a class says of a column that it inherits. */
    INHERITED("an inherited column"),
    /** What is said of a column where it is embedded. */
    OVERRIDE("an embedded column");

    static final Set<Place> ENTITIES = Set.of(ENTITY, JOINED_BELOW, STORED_ABOVE);
    static final Set<Place> CLASSES = Set.of(ENTITY, JOINED_BELOW, STORED_ABOVE, MAPPED_SUPERCLASS, EMBEDDABLE);
    static final Set<Place> COLUMNS = Set.of(KEY, BASIC, ELEMENT);
    static final Set<Place> VALUES = Set.of(KEY, BASIC, ELEMENT, FORMULA);
    static final Set<Place> COMPOSITES = Set.of(EMBEDDED_KEY, EMBEDDED, EMBEDDED_ELEMENT);
    static final Set<Place> RELATIONS = Set.of(TO_ONE, MAPPED_BY_OTHER, TO_MANY);
    static final Set<Place> FIELDS = Set.of(
            KEY, EMBEDDED_KEY, BASIC, FORMULA, EMBEDDED, TO_ONE, MAPPED_BY_OTHER, TO_MANY, ELEMENT, EMBEDDED_ELEMENT);

    private final String words;
    private final @Nullable String remedy;

    Place(String words) {
        this(words, null);
    }

    Place(String words, @Nullable String remedy) {
        this.words = words;
        this.remedy = remedy;
    }

    /** What to do about each annotation there; null if that depends on the annotation. */
    @Nullable
    String remedy() {
        return remedy;
    }

    /** As a message says it. */
    String words() {
        return words;
    }

    static Place of(TypeElement type) {
        if (!Model.isEntity(type)) {
            return Mark.isJakarta(type, "MappedSuperclass") ? MAPPED_SUPERCLASS : EMBEDDABLE;
        }
        if (Inheritance.parentOf(type) == null) {
            return ENTITY;
        }
        return TableNames.isSingleTable(type) ? STORED_ABOVE : JOINED_BELOW;
    }

    /** Null for a field that cannot be mapped at all, of which its reader tells. */
    static @Nullable Place of(Field field, boolean isInEmbeddable) {
        TypeElement type = Model.elementOf(field.type());
        boolean isEmbedded = field.is("Embedded") || (type != null && Mark.isJakarta(type, "Embeddable"));
        boolean isBare = !field.isToOne() && !field.isToMany() && (field.isRelation() || Model.isEntity(type));
        if (isBare || field.is("ElementCollection")) {
            return null;
        }
        if (isInEmbeddable) {
            boolean isValue = !field.isRelation() && !field.isDeferred() && !field.isKey() && !field.is("Version");
            return !isValue ? null : isEmbedded ? EMBEDDED_ELEMENT : ELEMENT;
        }
        if (field.isOurs("Formula")) {
            return FORMULA;
        }
        if (field.isToMany()) {
            return TO_MANY;
        }
        if (field.isToOne()) {
            return isMappedByOther(field) ? MAPPED_BY_OTHER : TO_ONE;
        }
        if (field.is("EmbeddedId")) {
            return EMBEDDED_KEY;
        }
        return field.is("Id") ? KEY : isEmbedded ? EMBEDDED : BASIC;
    }

    private static boolean isMappedByOther(Field field) {
        return field.jakarta("OneToOne")
                .map(mark -> mark.textOrNull("mappedBy") != null)
                .orElse(false);
    }
}
