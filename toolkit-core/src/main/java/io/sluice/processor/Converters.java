package io.sluice.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** The converters of a model: those that a field names, and those that apply by themselves. */
final class Converters {
    private static final String CONVERTER = Mark.JAKARTA + "AttributeConverter";

    private final Model model;
    private final List<TypeElement> applying;
    private final Map<PackageElement, List<TypeElement>> places = new HashMap<>();

    /** A converter, the type of its attributes and that of its columns. */
    record Converter(TypeElement type, TypeMirror attribute, TypeMirror column) {}

    Converters(Model model, List<TypeElement> declared) {
        this.model = model;
        this.applying = applying(declared);
    }

    Optional<Converter> of(Field field) {
        List<Mark> all = Mark.repeated(field.element(), Mark.JAKARTA + "Convert", Mark.JAKARTA + "Converts");
        if (all.size() > 1) {
            throw field.error(all.get(1), "%s: one converter makes a column; keep one".formatted(field.title()));
        }
        Mark said = all.isEmpty() ? null : all.get(0);
        if (said != null && said.flag("disableConversion")) {
            return Optional.empty();
        }
        TypeMirror attribute = model.boxed(field.valueType());
        if (said != null && said.says("converter")) {
            return Optional.of(named(field, said, attribute));
        }
        List<Converter> found = Stream.concat(applying.stream(), nearby(field, attribute))
                .distinct()
                .flatMap(type -> Stream.ofNullable(converter(type)))
                .filter(converter -> isFor(converter, attribute))
                .toList();
        if (found.size() > 1) {
            throw field.error("%s: %s and %s both apply by themselves to %s; name one by @Convert(converter = …)"
                    .formatted(
                            field.title(),
                            found.get(0).type().getSimpleName(),
                            found.get(1).type().getSimpleName(),
                            Java.simple(attribute)));
        }
        return found.stream().findFirst().map(converter -> usable(field, null, converter));
    }

    /** Those compiled before, beside the class that declares the field or beside its type: nothing lists all there are. */
    private Stream<TypeElement> nearby(Field field, TypeMirror attribute) {
        return Stream.of(field.element(), Model.elementOf(attribute))
                .filter(Objects::nonNull)
                .map(Java::packageOf)
                .flatMap(place ->
                        places
                                .computeIfAbsent(
                                        place, own -> applying(ElementFilter.typesIn(own.getEnclosedElements())))
                                .stream());
    }

    private static List<TypeElement> applying(List<TypeElement> types) {
        return types.stream()
                .filter(type -> Mark.jakarta(type, "Converter")
                        .map(mark -> mark.flag("autoApply"))
                        .orElse(false))
                .toList();
    }

    private Converter named(Field field, Mark mark, TypeMirror attribute) {
        TypeElement type = Model.elementOf(mark.type("converter"));
        Converter converter = type == null ? null : converter(type);
        if (converter == null) {
            throw field.error(
                    mark,
                    "%s: %s is no AttributeConverter".formatted(field.title(), Java.simple(mark.type("converter"))));
        }
        if (!isFor(converter, attribute)) {
            throw field.error(
                    mark,
                    "%s: %s converts %s, not %s; name a converter for the field's type"
                            .formatted(
                                    field.title(),
                                    converter.type().getSimpleName(),
                                    Java.simple(converter.attribute()),
                                    Java.simple(attribute)));
        }
        return usable(field, mark, converter);
    }

    private boolean isFor(Converter converter, TypeMirror attribute) {
        return model.types().isSameType(converter.attribute(), attribute);
    }

    private Converter usable(Field field, @Nullable Mark mark, Converter converter) {
        String from = Java.packageOf(field.owner()).getQualifiedName().toString();
        boolean canBeMade = ElementFilter.constructorsIn(converter.type().getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().isEmpty())
                .anyMatch(constructor -> isAccessible(constructor, from) && !model.throwsChecked(constructor));
        if (!canBeMade
                || !Model.isAccessible(converter.type(), from)
                || converter.type().getModifiers().contains(Modifier.ABSTRACT)) {
            throw field.error(
                    mark,
                    "%s: %s cannot be made from package %s; give it a constructor without parameters that is visible there"
                            .formatted(field.title(), converter.type().getSimpleName(), from));
        }
        return converter;
    }

    private static boolean isAccessible(ExecutableElement constructor, String from) {
        return Model.isAccessible(constructor, from);
    }

    private @Nullable Converter converter(TypeElement type) {
        DeclaredType found = supertype(type.asType());
        return found == null || found.getTypeArguments().size() != 2
                ? null
                : new Converter(
                        type,
                        found.getTypeArguments().get(0),
                        found.getTypeArguments().get(1));
    }

    private @Nullable DeclaredType supertype(TypeMirror type) {
        if (Model.is(type, CONVERTER)) {
            return (DeclaredType) type;
        }
        for (TypeMirror above : model.types().directSupertypes(type)) {
            DeclaredType found = supertype(above);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
