package io.sluice.driver.postgresql;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** One value as it came from the server: the class by which the driver is asked for it. Good for the call that got it only. */
record WireBytes(ByteBuf bytes, boolean isText) {

    Object as(WireType<?> type) {
        return isText ? type.parse(bytes.toString(StandardCharsets.UTF_8)) : type.read(bytes);
    }
}
