package io.sluice.processor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What is known of the classes that are compiled together. */
final class Model {
    private final Elements elements;
    private final Types types;
    private final Compilation compilation;
    private final String suffix;
    private final List<TypeElement> entities;
    private final Map<TypeElement, List<Field>> fields = new HashMap<>();
    private final Map<TypeElement, EmbeddableModel> embeddables = new HashMap<>();
    private final Map<PackageElement, Set<String>> neighbours = new HashMap<>();
    private final Map<PackageElement, List<TypeElement>> elsewhere = new HashMap<>();
    private final Converters converters;
    private final Keys keys;

    Model(
            Elements elements,
            Types types,
            Compilation compilation,
            String suffix,
            List<TypeElement> entities,
            List<TypeElement> converters) {
        this.elements = elements;
        this.types = types;
        this.compilation = compilation;
        this.suffix = suffix;
        this.entities = List.copyOf(entities);
        this.converters = new Converters(this, converters);
        this.keys = new Keys(this);
    }

    Elements elements() {
        return elements;
    }

    Types types() {
        return types;
    }

    Compilation compilation() {
        return compilation;
    }

    Converters converters() {
        return converters;
    }

    Keys keys() {
        return keys;
    }

    /** The entities that are compiled now, by name. */
    List<TypeElement> entities() {
        return entities;
    }

    Generated generated(TypeElement type) {
        return Generated.of(type, suffix);
    }

    /** Whether a class was written in an earlier compilation, and keeps a type there: it may know a converter that we do not. */
    boolean isKeptBefore(Generated holder, String constant) {
        TypeElement kept = compilation.isSource(holder.type())
                ? null
                : elements.getTypeElement(holder.qualifiedName() + "." + TypeConstant.HOLDER);
        return kept != null
                && ElementFilter.fieldsIn(kept.getEnclosedElements()).stream()
                        .anyMatch(field -> field.getSimpleName().contentEquals(constant));
    }

    /** The fields of a class that are mapped. */
    List<Field> fields(TypeElement owner) {
        return fields.computeIfAbsent(owner, type -> Fields.read(this, type));
    }

    EmbeddableModel embeddable(TypeElement type) {
        EmbeddableModel known = embeddables.get(type);
        if (known == null) {
            known = new EmbeddableReader(this).read(type);
            embeddables.put(type, known);
        }
        return known;
    }

    /** The names of the types that stand in a class' package: there, they hide what is imported. */
    Set<String> neighbours(TypeElement type) {
        return neighbours.computeIfAbsent(Java.packageOf(type), own -> {
            Set<String> found = new HashSet<>();
            own.getEnclosedElements()
                    .forEach(each -> found.add(each.getSimpleName().toString()));
            return found;
        });
    }

    /** The entities of a class' package that were compiled before, and are not now: those for which there is a table. */
    List<TypeElement> entitiesElsewhere(TypeElement type) {
        return elsewhere.computeIfAbsent(
                Java.packageOf(type),
                own -> ElementFilter.typesIn(own.getEnclosedElements()).stream()
                        .filter(each -> each.getSimpleName().toString().endsWith(suffix))
                        .map(TypeElement::getSuperclass)
                        .filter(above -> is(above, "io.sluice.mapping.EntityTable"))
                        .map(Model::argumentOf)
                        .map(argument -> argument == null ? null : elementOf(argument))
                        .filter(entity -> isEntity(entity) && !entities.contains(entity))
                        .toList());
    }

    static @Nullable TypeElement elementOf(TypeMirror type) {
        return type instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
    }

    static boolean is(TypeMirror type, String name) {
        TypeElement element = elementOf(type);
        return element != null && element.getQualifiedName().contentEquals(name);
    }

    /** The whole name of a class, without its arguments and annotations; of an array, its text. */
    static String nameOf(TypeMirror type) {
        TypeElement element = elementOf(type);
        return element == null
                ? Java.plain(Java.type(type))
                : element.getQualifiedName().toString();
    }

    boolean isSubtype(TypeMirror type, String of) {
        TypeElement above = elements.getTypeElement(of);
        return above != null && types.isAssignable(types.erasure(type), types.erasure(above.asType()));
    }

    TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : type;
    }

    /** The first argument of a type such as {@code ToOne<Author>}. */
    static @Nullable TypeMirror argumentOf(TypeMirror type) {
        return type instanceof DeclaredType declared
                        && !declared.getTypeArguments().isEmpty()
                ? declared.getTypeArguments().get(0)
                : null;
    }

    static boolean isEntity(@Nullable Element type) {
        return type != null && Mark.isJakarta(type, "Entity");
    }

    static @Nullable TypeElement above(TypeElement type) {
        return elementOf(type.getSuperclass());
    }

    /** Whether a method or a constructor may throw what its caller must catch. */
    boolean throwsChecked(ExecutableElement called) {
        return called.getThrownTypes().stream()
                .anyMatch(thrown -> !(thrown instanceof DeclaredType
                        && (isSubtype(thrown, "java.lang.RuntimeException") || isSubtype(thrown, "java.lang.Error"))));
    }

    /** Whether code of this package may name a member, or a type. */
    static boolean isAccessible(Element member, String fromPackage) {
        if (member.getModifiers().contains(Modifier.PRIVATE)) {
            return false;
        }
        return member.getModifiers().contains(Modifier.PUBLIC)
                || Java.packageOf(member).getQualifiedName().contentEquals(fromPackage);
    }
}
