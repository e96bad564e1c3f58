package io.sluice.processor;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A field that is mapped.
 *
 * <p>Its type is that which it has in the owner, where a superclass leaves it open.
 *
 * @param owner the class that is mapped, which may inherit the field
 * @param column what is said of its column: by the field, or by an override
 * @param isNullableInClassFile whether its class was compiled before, and says there that it may be null
 */
record Field(
        VariableElement element,
        TypeMirror type,
        TypeElement owner,
        @Nullable Mark column,
        boolean isNullableInClassFile) {

    @Override
    public TypeMirror type() {
        if (Unresolved.is(type)) {
            throw new Unresolved(element);
        }
        return type;
    }

    String name() {
        return element.getSimpleName().toString();
    }

    /** As messages say it: {@code Book.title}. */
    String title() {
        return owner.getSimpleName() + "." + name();
    }

    boolean is(String jakarta) {
        return Mark.isJakarta(element, jakarta);
    }

    boolean isOurs(String name) {
        return Mark.isOurs(element, name);
    }

    Optional<Mark> jakarta(String name) {
        return Mark.jakarta(element, name);
    }

    Optional<Mark> ours(String name) {
        return Mark.ours(element, name);
    }

    boolean isOptional() {
        return Model.is(type, "java.util.Optional");
    }

    boolean isDeferred() {
        return Model.is(type, "io.sluice.mapping.Deferred");
    }

    boolean isToOne() {
        return Model.is(type, "io.sluice.mapping.ToOne");
    }

    boolean isToMany() {
        return Model.is(type, "io.sluice.mapping.ToMany");
    }

    boolean isInheritedBy(TypeElement type) {
        return !type.equals(element.getEnclosingElement());
    }

    /** Whether an annotation says that it leads to other entities. */
    boolean isRelation() {
        return is("ManyToOne") || is("OneToOne") || is("OneToMany") || is("ManyToMany");
    }

    /** Whether it is a part of the key of its entity. */
    boolean isKey() {
        return is("Id") || is("EmbeddedId");
    }

    /** The type of its values, out of an {@code Optional} or a {@code Deferred}. */
    TypeMirror valueType() {
        if (!isOptional() && !isDeferred()) {
            return type();
        }
        TypeMirror inside = Model.argumentOf(type());
        if (inside == null) {
            throw error("%s has no type of value; say which, as in Optional<String>".formatted(title()));
        }
        return inside;
    }

    /** Whether Java says that it may be null, by an annotation of that name or by its type. */
    boolean isNullable() {
        return isOptional()
                || isNullableInClassFile
                || Stream.concat(
                                element.getAnnotationMirrors().stream(),
                                element.asType().getAnnotationMirrors().stream())
                        .anyMatch(mirror -> mirror.getAnnotationType()
                                .asElement()
                                .getSimpleName()
                                .contentEquals("Nullable"));
    }

    /** Whether its column takes NULL: what {@code @Column} or {@code @Basic} says of it, else what Java says. */
    boolean isColumnNullable() {
        Mark basic = jakarta("Basic").orElse(null);
        if (says(column, "nullable", false) || says(basic, "optional", false)) {
            return false;
        }
        return says(column, "nullable", true) || says(basic, "optional", true) || isDeferred() || isNullable();
    }

    private static boolean says(@Nullable Mark mark, String attribute, boolean value) {
        return mark != null && mark.says(attribute, value);
    }

    String columnName() {
        String said = column == null ? null : column.textOrNull("name");
        return said == null ? Java.snake(name()) : said;
    }

    Field with(@Nullable Mark override) {
        return override == null ? this : new Field(element, type, owner, override, isNullableInClassFile);
    }

    MappingError error(String message) {
        return new MappingError(element, message);
    }

    MappingError error(@Nullable Mark mark, String message) {
        return new MappingError(element, mark, message);
    }
}
