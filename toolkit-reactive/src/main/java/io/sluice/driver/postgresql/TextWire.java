package io.sluice.driver.postgresql;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.sluice.codec.BindException;
import io.sluice.codec.Characters;
import io.sluice.type.Json;
import java.nio.charset.StandardCharsets;

/** Text, and JSON, which is text with a number before it at most. */
final class TextWire {
    private static final int JSONB_VERSION = 1;

    private TextWire() {}

    static String read(ByteBuf bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Refuses what would arrive as other characters, or not at all. */
    static void write(String text, ByteBuf out) {
        if (text.indexOf('\0') >= 0) {
            throw new BindException("PostgreSQL keeps no character NUL in text; remove it, or keep the text as bytea");
        }
        Characters.requireWhole(text);
        ByteBufUtil.writeUtf8(out, text);
    }

    static Json readJsonb(ByteBuf bytes) {
        requireVersion(bytes.readByte());
        return new Json(read(bytes));
    }

    static void writeJsonb(Json json, ByteBuf out) {
        out.writeByte(JSONB_VERSION);
        write(json.text(), out);
    }

    private static void requireVersion(byte version) {
        if (version != JSONB_VERSION) {
            throw new IllegalStateException("jsonb of version " + version + " is not known");
        }
    }
}
