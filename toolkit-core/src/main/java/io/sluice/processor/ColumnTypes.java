package io.sluice.processor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds the SQL type for the values of a field. */
final class ColumnTypes {
    private static final Map<String, String> STANDARD = Map.ofEntries(
            Map.entry("java.lang.Boolean", "BOOLEAN"),
            Map.entry("java.lang.Short", "SMALLINT"),
            Map.entry("java.lang.Integer", "INTEGER"),
            Map.entry("java.lang.Long", "BIGINT"),
            Map.entry("java.lang.Float", "REAL"),
            Map.entry("java.lang.Double", "DOUBLE"),
            Map.entry("java.time.LocalDate", "DATE"),
            Map.entry("java.time.LocalTime", "TIME"),
            Map.entry("java.time.LocalDateTime", "TIMESTAMP"),
            Map.entry("java.time.Instant", "TIMESTAMPTZ"),
            Map.entry("java.time.OffsetDateTime", "TIMESTAMPTZ_OFFSET"),
            Map.entry("java.util.UUID", "UUID_TYPE"),
            Map.entry("io.sluice.type.Interval", "INTERVAL"),
            Map.entry("io.sluice.type.Json", "JSONB"));

    private static final Map<String, String> RANGES = Map.of(
            "java.lang.Integer", "INT4RANGE",
            "java.lang.Long", "INT8RANGE",
            "java.math.BigDecimal", "NUMRANGE",
            "java.time.LocalDate", "DATERANGE",
            "java.time.LocalDateTime", "TSRANGE",
            "java.time.Instant", "TSTZRANGE");

    private static final Map<String, String> BETTER = Map.ofEntries(
            Map.entry("java.lang.Byte", "use Short"),
            Map.entry("java.lang.Character", "use String"),
            Map.entry("java.math.BigInteger", "use BigDecimal"),
            Map.entry("java.util.Date", "use Instant"),
            Map.entry("java.util.Calendar", "use Instant"),
            Map.entry("java.sql.Timestamp", "use Instant"),
            Map.entry("java.sql.Date", "use LocalDate"),
            Map.entry("java.sql.Time", "use LocalTime"),
            Map.entry("java.time.ZonedDateTime", "use OffsetDateTime or Instant"),
            Map.entry("java.time.OffsetTime", "use LocalTime"),
            Map.entry("java.time.Duration", "use io.sluice.type.Interval"),
            Map.entry("java.time.Period", "use io.sluice.type.Interval"));

    private final Model model;

    ColumnTypes(Model model) {
        this.model = model;
    }

    /**
     * The type of a field's column.
     *
     * @param holder the class that keeps the type if it needs functions
     * @param constants takes the type in that case
     */
    ColumnType of(Field field, Generated holder, Consumer<TypeConstant> constants) {
        if (field.is("ElementCollection")) {
            throw field.error(
                    "%s: an element collection is not supported; use a List of a basic type for an array, or an entity of its own"
                            .formatted(field.title()));
        }
        TypeMirror value = model.boxed(field.valueType());
        String javaType = Java.type(value);
        if (model.isKeptBefore(holder, Java.constant(field.name()))) {
            return new ColumnType(javaType, constant(holder, Java.constant(field.name())));
        }
        Converters.Converter converter = model.converters().of(field).orElse(null);
        if (converter != null) {
            return kept(holder, javaType, converted(field, converter, value), constants);
        }
        TypeElement element = Model.elementOf(value);
        if (element != null && element.getKind() == ElementKind.ENUM) {
            return enumeration(field, element, holder, constants);
        }
        if (field.isOurs("NativeEnum")) {
            throw field.error(
                    field.ours("NativeEnum").orElse(null),
                    "%s: @NativeEnum is for enums, and this is %s".formatted(field.title(), Java.simple(value)));
        }
        StoredType.requireNoEnum(field, value);
        return new ColumnType(javaType, standard(field, value));
    }

    private static ColumnType kept(
            Generated holder, String javaType, TypeConstant constant, Consumer<TypeConstant> constants) {
        constants.accept(constant);
        return new ColumnType(javaType, constant(holder, constant.name()), constant.value() + constant.members());
    }

    private static String constant(Generated holder, String name) {
        return "%s.%s.%s".formatted(holder.ref(), TypeConstant.HOLDER, name);
    }

    private TypeConstant converted(Field field, Converters.Converter converter, TypeMirror value) {
        String name = Java.constant(field.name());
        String javaType = Java.type(value);
        String converterType = Java.ref(converter.type());
        String javaClass = value instanceof DeclaredType declared
                        && !declared.getTypeArguments().isEmpty()
                ? "(%s<%s>) (%s<?>) %s".formatted(Java.lang("Class"), javaType, Java.lang("Class"), Java.classOf(value))
                : Java.classOf(value);
        String members =
                "private static final %s %s_CONVERTER = new %s();".formatted(converterType, name, converterType);
        return new TypeConstant(
                name,
                javaType,
                "%s.map(%s, %s_CONVERTER::convertToEntityAttribute, %s_CONVERTER::convertToDatabaseColumn)"
                        .formatted(standard(field, converter.column()), javaClass, name, name),
                members);
    }

    private ColumnType enumeration(Field field, TypeElement type, Generated holder, Consumer<TypeConstant> constants) {
        String enumType = Java.ref(type);
        Mark named = field.ours("NativeEnum").orElse(null);
        if (named != null) {
            return new ColumnType(
                    enumType,
                    Java.types("enumeration(%s, %s.class)".formatted(Java.literal(named.text("value")), enumType)));
        }
        String name = Java.constant(field.name());
        VariableElement code = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(each -> Mark.isJakarta(each, "EnumeratedValue"))
                .findFirst()
                .orElse(null);
        Mark said = field.jakarta("Enumerated").orElse(null);
        boolean isOrdinal = said != null && said.constant("value").equals("ORDINAL");
        TypeConstant constant;
        if (code != null) {
            constant = byCode(field, type, code, name);
        } else if (isOrdinal) {
            constant = new TypeConstant(
                    name,
                    enumType,
                    "%s.map(%s.class, ordinal -> %s.values()[ordinal], %s::ordinal)"
                            .formatted(Java.types("INTEGER"), enumType, enumType, enumType),
                    "");
        } else {
            constant = new TypeConstant(
                    name,
                    enumType,
                    "%s.map(%s.class, %s::valueOf, %s::name)".formatted(text(field), enumType, enumType, enumType),
                    "");
        }
        return kept(holder, enumType, constant, constants);
    }

    private TypeConstant byCode(Field field, TypeElement type, VariableElement code, String name) {
        Field codeField = new Field(code, code.asType(), type, null, false);
        String from = Java.packageOf(field.owner()).getQualifiedName().toString();
        String read = Model.isAccessible(code, from) ? "value." + code.getSimpleName() : getter(type, code, from);
        TypeMirror boxed = model.boxed(code.asType());
        String method = Java.uncapitalized(field.name()) + "Of";
        String enumType = Java.ref(type);
        String members = """
                private static %1$s %2$s(%3$s code) {
                    for (%1$s value : %1$s.values()) {
                        if (%4$s.equals(%5$s, code)) {
                            return value;
                        }
                    }
                    throw new %7$s("no %6$s has this code");
                }""".formatted(
                        enumType,
                        method,
                        Java.type(boxed),
                        Java.ref("java.util.Objects"),
                        read,
                        type.getSimpleName(),
                        Java.lang("IllegalArgumentException"));
        return new TypeConstant(
                name,
                enumType,
                "%s.map(%s.class, %s::%s, value -> %s)"
                        .formatted(
                                standard(codeField.with(field.column()), boxed),
                                enumType,
                                TypeConstant.HOLDER,
                                method,
                                read),
                members);
    }

    private String getter(TypeElement type, VariableElement code, String from) {
        String name = Java.capitalized(code.getSimpleName().toString());
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getParameters().isEmpty() && Model.isAccessible(method, from))
                .filter(method -> List.of("get" + name, code.getSimpleName().toString())
                        .contains(method.getSimpleName().toString()))
                .findFirst()
                .map(method -> "value." + method.getSimpleName() + "()")
                .orElseThrow(() -> new MappingError(
                        code,
                        "%s.%s is the code by which the enum is stored, and cannot be read from package %s; make it visible there"
                                .formatted(type.getSimpleName(), code.getSimpleName(), from)));
    }

    /** The code of the type that the catalogue has for a class. */
    private String standard(Field field, TypeMirror value) {
        StoredType.require(field, value);
        Mark byName = field.ours("TypeName").orElse(null);
        if (value instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.BYTE) {
            return Java.types("BYTEA");
        }
        TypeElement element = Model.elementOf(value);
        if (element == null) {
            throw field.error("%s: there is no column type for %s; use List for an array"
                    .formatted(field.title(), Java.simple(value)));
        }
        String name = element.getQualifiedName().toString();
        if (name.equals("java.lang.String")) {
            return byName == null ? text(field) : Java.types("other(%s)".formatted(Java.literal(byName.text("value"))));
        }
        if (byName != null) {
            throw field.error(
                    byName,
                    "%s: values of a type by name travel as text; make the field a String, or add @Convert with a converter to String"
                            .formatted(field.title()));
        }
        if (name.equals("java.math.BigDecimal")) {
            return number(field);
        }
        String known = STANDARD.get(name);
        if (known != null) {
            return Java.types(known);
        }
        TypeMirror argument = Model.argumentOf(value);
        if (argument != null && name.equals("io.sluice.type.Range")) {
            String range = RANGES.get(Model.nameOf(argument));
            if (range != null) {
                return Java.types(range);
            }
        }
        if (argument != null && name.equals("java.util.List") && !isMapped(Model.elementOf(argument))) {
            return Java.types("array(%s)".formatted(standard(field, argument)));
        }
        throw unknown(field, value, element);
    }

    private static boolean isMapped(@Nullable TypeElement element) {
        return Model.isEntity(element)
                || (element != null
                        && (element.getKind() == ElementKind.ENUM || Mark.isJakarta(element, "Embeddable")));
    }

    private MappingError unknown(Field field, TypeMirror value, TypeElement element) {
        String title = field.title();
        if (Model.isEntity(element)) {
            return field.error(
                    "%s: a field of type %s cannot tell \"not loaded\" from \"none\"; declare it as ToOne<%s> %s = ToOne.empty()"
                            .formatted(title, element.getSimpleName(), element.getSimpleName(), field.name()));
        }
        if (model.isSubtype(value, "java.util.Collection") || model.isSubtype(value, "java.util.Map")) {
            List<? extends TypeMirror> arguments = ((DeclaredType) value).getTypeArguments();
            TypeElement last = arguments.isEmpty() ? null : Model.elementOf(arguments.get(arguments.size() - 1));
            if (Model.isEntity(last)) {
                String entity = Objects.requireNonNull(last).getSimpleName().toString();
                return field.error(
                        "%s: a collection cannot tell \"not loaded\" from \"none\"; declare it as ToMany<%s> %s = ToMany.empty()"
                                .formatted(title, entity, field.name()));
            }
            return field.error(
                    "%s: there is no column type for %s; use a List of a basic type for an array, io.sluice.type.Json, a converter, or an entity of its own"
                            .formatted(title, element.getSimpleName()));
        }
        String better = BETTER.get(element.getQualifiedName().toString());
        return field.error("%s: there is no column type for %s; %s"
                .formatted(
                        title,
                        element.getSimpleName(),
                        better == null
                                ? "add @Convert with an AttributeConverter, make its class @Embeddable, or exclude the field with @Transient"
                                : better + ", or add @Convert with an AttributeConverter"));
    }

    private static String text(Field field) {
        Mark column = field.column();
        boolean saysLength = column != null && column.says("length");
        if (field.is("Lob") || (field.isDeferred() && !saysLength)) {
            return Java.types("TEXT");
        }
        int length = column == null ? 255 : column.number("length");
        if (length < 1) {
            throw field.error(
                    column,
                    "%s: length = %d; a text has room for at least one character".formatted(field.title(), length));
        }
        return Java.types("varchar(%d)".formatted(length));
    }

    private static String number(Field field) {
        Mark column = field.column();
        int precision = column == null ? 0 : column.number("precision");
        int scale = column == null ? 0 : column.number("scale");
        if (precision == 0 && scale == 0) {
            return Java.types("NUMERIC");
        }
        if (precision < 1 || scale < 0 || scale > precision) {
            throw field.error(
                    column,
                    "%s: precision = %d and scale = %d make no number; the scale lies between 0 and the precision"
                            .formatted(field.title(), precision, scale));
        }
        return Java.types("numeric(%d, %d)".formatted(precision, scale));
    }
}
