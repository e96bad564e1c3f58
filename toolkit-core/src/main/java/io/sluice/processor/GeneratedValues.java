package io.sluice.processor;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Where keys come from that a program does not give. */
final class GeneratedValues {
    private static final List<String> NUMBERS = List.of("java.lang.Long", "java.lang.Integer", "java.lang.Short");

    private final Model model;
    private final EntityModel entity;

    GeneratedValues(Model model, EntityModel entity) {
        this.model = model;
        this.entity = entity;
    }

    List<String> options(Field field, ColumnType type) {
        Mark mark = field.jakarta("GeneratedValue").orElse(null);
        if (mark == null) {
            return ColumnOptions.of(field, type);
        }
        String javaType = Model.nameOf(model.boxed(field.valueType()));
        String strategy = mark.constant("strategy");
        boolean isUuid = javaType.equals("java.util.UUID");
        if (strategy.equals("UUID") || (strategy.equals("AUTO") && isUuid)) {
            return List.of(Java.columns("defaultValueFrom(%s)".formatted(uuid(field, mark, javaType))));
        }
        String wanted = mark.text("generator");
        Mark sequence = generator(field, "SequenceGenerator", wanted);
        if (strategy.equals("TABLE") || (sequence == null && generator(field, "TableGenerator", wanted) != null)) {
            throw field.error(
                    mark, "%s: keys from a table are not supported; use IDENTITY or SEQUENCE".formatted(field.title()));
        }
        requireNumber(field, mark, javaType);
        requireGenerator(field, mark, wanted, sequence);
        boolean isSequence = strategy.equals("SEQUENCE") || (strategy.equals("AUTO") && sequence != null);
        return List.of(isSequence ? sequence(field, sequence) : Java.columns("generated()"));
    }

    private void requireNumber(Field field, Mark mark, String javaType) {
        if (!NUMBERS.contains(javaType)) {
            throw field.error(
                    mark,
                    "%s: a key of type %s is not counted up; use GenerationType.UUID with UUID or String, or a Long"
                            .formatted(field.title(), javaType.substring(javaType.lastIndexOf('.') + 1)));
        }
        if (model.converters().of(field).isPresent()) {
            throw field.error(
                    mark,
                    "%s: a converter makes something else of the numbers that are counted up; take one of the two away"
                            .formatted(field.title()));
        }
    }

    private static void requireGenerator(Field field, Mark mark, String wanted, @Nullable Mark sequence) {
        if (wanted.isEmpty()) {
            return;
        }
        if (mark.constant("strategy").equals("IDENTITY")) {
            throw field.error(
                    mark,
                    "%s: IDENTITY counts by itself, without a generator; leave generator out, or use SEQUENCE"
                            .formatted(field.title()));
        }
        if (sequence == null) {
            throw field.error(
                    mark,
                    "%s: there is no generator %s; add @SequenceGenerator(name = %s) to the field"
                            .formatted(field.title(), wanted, Java.literal(wanted)));
        }
    }

    private static String uuid(Field field, Mark mark, String javaType) {
        String uuid = Java.ref("java.util.UUID");
        if (javaType.equals("java.util.UUID")) {
            return uuid + "::randomUUID";
        }
        if (javaType.equals("java.lang.String")) {
            return "() -> %s.randomUUID().toString()".formatted(uuid);
        }
        throw field.error(
                mark, "%s: GenerationType.UUID needs a field of type UUID or String".formatted(field.title()));
    }

    private String sequence(Field field, @Nullable Mark generator) {
        Generated holder = model.keys().holder(field);
        String wanted = Java.constant(field.name()) + "_SEQUENCE";
        String constant = Names.free(wanted, holder.constant()::equals);
        if (holder.equals(entity.name)) {
            entity.constants.add("public static final %s %s = %s;"
                    .formatted(Java.schema("Sequence"), constant, declaration(generator)));
        }
        String sequence = "%s.%s".formatted(holder.ref(), constant);
        return Java.columns("generatedBy(%s)".formatted(sequence));
    }

    private String declaration(@Nullable Mark generator) {
        if (generator == null) {
            return sequence(
                    TableNames.of(entity.type).name() + "_seq",
                    TableNames.of(entity.type).schema());
        }
        String said = generator.textOrNull("sequenceName");
        String name = said == null ? generator.text("name") : said;
        String code = sequence(
                name.isEmpty() ? TableNames.of(entity.type).name() + "_seq" : name, generator.textOrNull("schema"));
        if (generator.says("initialValue")) {
            code += ".startingAt(%d)".formatted(generator.number("initialValue"));
        }
        if (generator.says("allocationSize") && generator.number("allocationSize") != 1) {
            code += ".incrementingBy(%d)".formatted(generator.number("allocationSize"));
        }
        return code;
    }

    private static String sequence(String name, @Nullable String schema) {
        return schema == null
                ? "%s.of(%s)".formatted(Java.schema("Sequence"), Java.literal(name))
                : "%s.of(%s)".formatted(Java.schema("Sequence"), TableNames.code(new TableNames.Name(schema, name)));
    }

    /** The nearest of this name: a generator that is named is known to all entities. */
    private @Nullable Mark generator(Field field, String kind, String wanted) {
        Stream<Element> near = Stream.concat(Stream.of(field.element()), places(field.owner()));
        Stream<Element> far =
                wanted.isEmpty() ? Stream.of() : model.entities().stream().flatMap(GeneratedValues::placesAndFields);
        return Stream.concat(near, far)
                .flatMap(place -> Mark.repeated(place, Mark.JAKARTA + kind, Mark.JAKARTA + kind + "s").stream())
                .filter(mark -> wanted.isEmpty() || mark.text("name").equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private static Stream<Element> places(TypeElement entity) {
        return Stream.concat(Fields.lineage(entity).stream(), Stream.of(Java.packageOf(entity)));
    }

    /** Without reading what is said of the fields: mistakes there are another's. */
    private static Stream<Element> placesAndFields(TypeElement entity) {
        return Stream.concat(
                places(entity),
                Fields.lineage(entity).stream()
                        .flatMap(type -> ElementFilter.fieldsIn(type.getEnclosedElements()).stream()));
    }
}
