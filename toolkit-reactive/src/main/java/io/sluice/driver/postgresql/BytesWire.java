package io.sluice.driver.postgresql;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Bytes; their text is what the session's {@code bytea_output} says, {@code hex} or {@code escape}. */
final class BytesWire {
    private static final int OCTAL = 8;

    private BytesWire() {}

    static byte[] read(ByteBuf bytes) {
        byte[] value = new byte[bytes.readableBytes()];
        bytes.readBytes(value);
        return value;
    }

    static byte[] parse(String text) {
        return text.startsWith("\\x") ? HexFormat.of().parseHex(text, 2, text.length()) : unescaped(text);
    }

    /** A backslash stands before another one, or before three octal digits. */
    private static byte[] unescaped(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\\') {
                bytes.write(text.charAt(i));
            } else if (text.charAt(i + 1) == '\\') {
                bytes.write('\\');
                i++;
            } else {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 4), OCTAL));
                i += 3;
            }
        }
        return bytes.toByteArray();
    }
}
