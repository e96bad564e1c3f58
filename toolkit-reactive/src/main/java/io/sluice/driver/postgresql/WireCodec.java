package io.sluice.driver.postgresql;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.message.Format;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What is registered with the driver: it passes values through as the bytes they are, whatever their type. It answers
 * to two classes of this package only, so that whoever else uses the driver never meets it.
 */
final class WireCodec implements Codec<Object> {

    @Override
    public boolean canDecode(int dataType, Format format, Class<?> type) {
        return type == WireBytes.class;
    }

    @Override
    public boolean canEncode(Object value) {
        return value instanceof WireValue;
    }

    @Override
    public boolean canEncodeNull(Class<?> type) {
        return false;
    }

    @Override
    public @Nullable Object decode(@Nullable ByteBuf buffer, int dataType, Format format, Class<?> type) {
        return buffer == null ? null : new WireBytes(buffer, format == Format.FORMAT_TEXT);
    }

    @Override
    public EncodedParameter encode(Object value) {
        var sent = (WireValue) value;
        ByteBuf bytes = sent.bytes();
        return new EncodedParameter(
                Format.FORMAT_BINARY, sent.oid(), bytes == null ? EncodedParameter.NULL_VALUE : Mono.just(bytes));
    }

    @Override
    public EncodedParameter encode(Object value, int dataType) {
        return encode(value);
    }

    @Override
    public EncodedParameter encodeNull() {
        throw new UnsupportedOperationException("a NULL is sent as a WireValue too");
    }
}
