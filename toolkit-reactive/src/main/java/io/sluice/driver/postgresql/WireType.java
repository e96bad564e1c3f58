package io.sluice.driver.postgresql;

import io.netty.buffer.ByteBuf;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A type as the protocol has it: the number of it and of its arrays, and its values in binary and as text. Values are
 * only ever sent in binary.
 */
record WireType<T>(
        int oid,
        int arrayOid,
        Class<?> javaType,
        Function<ByteBuf, T> binary,
        Function<String, T> text,
        BiConsumer<T, ByteBuf> writer) {

    /** A value out of all the bytes that can be read. */
    T read(ByteBuf bytes) {
        return binary.apply(bytes);
    }

    T parse(String value) {
        return text.apply(value);
    }

    @SuppressWarnings("unchecked") // whoever sends has checked the value against the type of its slot
    void write(Object value, ByteBuf out) {
        writer.accept((T) value, out);
    }
}
