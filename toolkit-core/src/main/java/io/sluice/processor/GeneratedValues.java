package io.sluice.processor;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
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
        if (strategy.equals("TABLE")) {
            throw field.error(
                    mark, "%s: keys from a table are not supported; use IDENTITY or SEQUENCE".formatted(field.title()));
        }
        if (!NUMBERS.contains(javaType)) {
            throw field.error(
                    mark,
                    "%s: a key of type %s is not counted up; use GenerationType.UUID with UUID or String, or a Long"
                            .formatted(field.title(), javaType.substring(javaType.lastIndexOf('.') + 1)));
        }
        return List.of(strategy.equals("SEQUENCE") ? sequence(field, mark) : Java.columns("generated()"));
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

    private String sequence(Field field, Mark generated) {
        Generated holder = model.keys().holder(field);
        String wanted = Java.constant(field.name()) + "_SEQUENCE";
        String constant = Names.free(wanted, holder.constant()::equals);
        if (holder.equals(entity.name)) {
            entity.constants.add("public static final %s %s = %s;"
                    .formatted(Java.schema("Sequence"), constant, declaration(field, generated)));
        }
        String sequence = "%s.%s".formatted(holder.ref(), constant);
        return Java.columns("generatedBy(%s)".formatted(sequence));
    }

    private String declaration(Field field, Mark generated) {
        String wanted = generated.text("generator");
        Mark generator = generator(field, wanted);
        if (generator == null && !wanted.isEmpty()) {
            return sequence(wanted, null);
        }
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

    private @Nullable Mark generator(Field field, String wanted) {
        Stream<Element> places = Stream.concat(
                Stream.of(field.element()),
                Stream.concat(Fields.lineage(field.owner()).stream(), Stream.of(Java.packageOf(field.element()))));
        return places.flatMap(place ->
                        Mark.repeated(place, Mark.JAKARTA + "SequenceGenerator", Mark.JAKARTA + "SequenceGenerators")
                                .stream())
                .filter(mark -> wanted.isEmpty() || mark.text("name").equals(wanted))
                .findFirst()
                .orElse(null);
    }
}
