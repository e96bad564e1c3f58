package io.sluice.dialect;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Names cut to what a database keeps. */
final class ShortNames {
    /** An underscore and eight digits. */
    private static final int TAIL = 9;

    private ShortNames() {}

    /** The name, if it has no more bytes of UTF-8 than that; else its beginning and a hash of the whole. */
    static String fitting(String name, int limit) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= limit) {
            return name;
        }
        var hash = new CRC32();
        hash.update(bytes);
        return beginning(name, limit - TAIL) + "_%08x".formatted(hash.getValue());
    }

    /** Whole characters only: half a surrogate pair is none. */
    private static String beginning(String name, int limit) {
        int end = 0;
        int size = 0;
        while (end < name.length()) {
            int character = name.codePointAt(end);
            size += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            if (size > limit) {
                break;
            }
            end += Character.charCount(character);
        }
        return name.substring(0, end);
    }
}
