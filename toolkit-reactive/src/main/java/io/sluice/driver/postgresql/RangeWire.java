package io.sluice.driver.postgresql;

import io.netty.buffer.ByteBuf;
import io.sluice.type.Range;
import org.jspecify.annotations.Nullable;

/** Ranges: flags, then each end that there is, with its length before it. */
final class RangeWire {
    private static final int EMPTY = 0x01;
    private static final int INCLUDES_LOWER = 0x02;
    private static final int INCLUDES_UPPER = 0x04;
    private static final int NO_LOWER = 0x08;
    private static final int NO_UPPER = 0x10;

    private RangeWire() {}

    static <T> WireType<Range<T>> of(int oid, int arrayOid, WireType<T> end) {
        return new WireType<>(
                oid,
                arrayOid,
                Range.class,
                bytes -> read(bytes, end),
                text -> parse(text, end),
                (range, out) -> write(range, end, out));
    }

    private static <T> Range<T> read(ByteBuf bytes, WireType<T> end) {
        int flags = bytes.readByte();
        if ((flags & EMPTY) != 0) {
            return Range.empty();
        }
        T lower = (flags & NO_LOWER) != 0 ? null : end.read(bytes.readSlice(bytes.readInt()));
        T upper = (flags & NO_UPPER) != 0 ? null : end.read(bytes.readSlice(bytes.readInt()));
        return new Range<>(lower, upper, (flags & INCLUDES_LOWER) != 0, (flags & INCLUDES_UPPER) != 0, false);
    }

    private static <T> void write(Range<T> range, WireType<T> end, ByteBuf out) {
        if (range.isEmpty()) {
            out.writeByte(EMPTY);
            return;
        }
        T lower = range.lower();
        T upper = range.upper();
        out.writeByte((lower == null ? NO_LOWER : range.includesLower() ? INCLUDES_LOWER : 0)
                | (upper == null ? NO_UPPER : range.includesUpper() ? INCLUDES_UPPER : 0));
        writeEnd(lower, end, out);
        writeEnd(upper, end, out);
    }

    private static <T> void writeEnd(@Nullable T value, WireType<T> end, ByteBuf out) {
        if (value != null) {
            ArrayWire.writeSized(value, end, out);
        }
    }

    private static <T> Range<T> parse(String text, WireType<T> end) {
        if (text.equals("empty")) {
            return Range.empty();
        }
        int comma = comma(text);
        String lower = unquoted(text.substring(1, comma));
        String upper = unquoted(text.substring(comma + 1, text.length() - 1));
        return new Range<>(
                lower == null ? null : end.parse(lower),
                upper == null ? null : end.parse(upper),
                text.startsWith("["),
                text.endsWith("]"),
                false);
    }

    private static int comma(String text) {
        boolean isQuoted = false;
        int i = 1;
        while (isQuoted || text.charAt(i) != ',') {
            isQuoted ^= text.charAt(i) == '"';
            i++;
        }
        return i;
    }

    /** The ends of our ranges are numbers and dates, which need quotes at most. */
    private static @Nullable String unquoted(String end) {
        if (end.isEmpty()) {
            return null;
        }
        return end.startsWith("\"") ? end.substring(1, end.length() - 1) : end;
    }
}
