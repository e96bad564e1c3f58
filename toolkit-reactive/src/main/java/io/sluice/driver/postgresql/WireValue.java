package io.sluice.driver.postgresql;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/** One value as it goes to the server; NULL has a type and no bytes. Not a record: a log of what is bound must not show it. */
final class WireValue {
    private static final int USUAL = 32;

    private final int oid;
    private final @Nullable ByteBuf bytes;

    private WireValue(int oid, @Nullable ByteBuf bytes) {
        this.oid = oid;
        this.bytes = bytes;
    }

    static WireValue of(WireType<?> type, @Nullable Object value) {
        if (value == null) {
            return new WireValue(type.oid(), null);
        }
        // on the heap: if the statement never runs, nobody has to release it
        ByteBuf bytes = Unpooled.buffer(USUAL);
        type.write(value, bytes);
        return new WireValue(type.oid(), bytes);
    }

    int oid() {
        return oid;
    }

    @Nullable
    ByteBuf bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return bytes == null ? "NULL" : bytes.readableBytes() + " bytes";
    }
}
