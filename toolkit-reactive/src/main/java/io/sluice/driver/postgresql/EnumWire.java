package io.sluice.driver.postgresql;

import io.sluice.codec.ReadException;
import io.sluice.type.SqlType;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Labels of an enum type, whose number is another one in each database: both forms of a label are its text. */
final class EnumWire {
    /** Labels go as text, with a cast around them. */
    static final WireType<Enum<?>> SENT = new WireType<>(
            WireTypes.TEXT.oid(),
            WireTypes.TEXT.arrayOid(),
            Enum.class,
            bytes -> {
                throw new IllegalStateException("only the declared type knows its labels");
            },
            text -> {
                throw new IllegalStateException("only the declared type knows its labels");
            },
            (value, out) -> TextWire.write(value.name(), out));

    private EnumWire() {}

    static WireType<Enum<?>> reading(SqlType<?> type) {
        Class<?> javaType = type.javaType();
        Map<String, Enum<?>> constants = Arrays.stream(javaType.getEnumConstants())
                .map(constant -> (Enum<?>) constant)
                .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));
        Function<String, Enum<?>> parse = label -> {
            Enum<?> constant = constants.get(label);
            if (constant == null) {
                throw new ReadException("its label is not one of %s; add it to the enum".formatted(javaType.getName()));
            }
            return constant;
        };
        return new WireType<>(
                SENT.oid(),
                SENT.arrayOid(),
                javaType,
                bytes -> parse.apply(TextWire.read(bytes)),
                parse,
                SENT.writer());
    }
}
