package io.sluice.driver.postgresql;

import io.netty.buffer.ByteBuf;
import io.sluice.codec.BindException;
import io.sluice.codec.ReadException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Exact numbers: groups of four decimal digits, the place of the first group, a sign, and the digits to show after the
 * point, which are the scale.
 */
final class NumericWire {
    private static final int NEGATIVE = 0x4000;
    private static final int NAN = 0xC000;
    private static final int INFINITY = 0xD000;
    private static final int NEGATIVE_INFINITY = 0xF000;
    private static final int BASE = 10_000;
    private static final int DIGITS = 4;
    /** As many groups fit a long with their sign. */
    private static final int FEW = 4;

    private static final int MOST_BEFORE_POINT = 131_072;
    private static final int MOST_AFTER_POINT = 16_383;

    private NumericWire() {}

    static BigDecimal read(ByteBuf bytes) {
        int groups = bytes.readShort();
        int weight = bytes.readShort();
        int sign = bytes.readUnsignedShort();
        int scale = bytes.readUnsignedShort();
        if (sign == NAN || sign == INFINITY || sign == NEGATIVE_INFINITY) {
            throw notFinite();
        }
        int written = (groups - 1 - weight) * DIGITS;
        BigDecimal value = groups <= FEW
                ? BigDecimal.valueOf(fewDigits(bytes, groups, sign), written)
                : new BigDecimal(manyDigits(bytes, groups, sign), written);
        return value.scale() == scale ? value : value.setScale(scale);
    }

    private static long fewDigits(ByteBuf bytes, int groups, int sign) {
        long value = 0;
        for (int i = 0; i < groups; i++) {
            value = value * BASE + bytes.readShort();
        }
        return sign == NEGATIVE ? -value : value;
    }

    private static BigInteger manyDigits(ByteBuf bytes, int groups, int sign) {
        char[] digits = new char[groups * DIGITS];
        for (int i = 0; i < groups; i++) {
            int group = bytes.readShort();
            for (int j = DIGITS - 1; j >= 0; j--) {
                digits[i * DIGITS + j] = (char) ('0' + group % 10);
                group /= 10;
            }
        }
        var value = new BigInteger(new String(digits));
        return sign == NEGATIVE ? value.negate() : value;
    }

    static BigDecimal parse(String text) {
        if (text.equals("NaN") || text.endsWith("Infinity")) {
            throw notFinite();
        }
        return new BigDecimal(text);
    }

    private static ReadException notFinite() {
        return new ReadException(
                "a numeric is NaN or infinite, which BigDecimal cannot say; cast it to double precision");
    }

    /** A scale below zero has no place on the wire; such a number comes back with the scale zero. */
    static void write(BigDecimal value, ByteBuf out) {
        if ((long) value.precision() - value.scale() > MOST_BEFORE_POINT || value.scale() > MOST_AFTER_POINT) {
            throw new BindException("PostgreSQL keeps %d digits before the point and %d after it; round the number"
                    .formatted(MOST_BEFORE_POINT, MOST_AFTER_POINT));
        }
        BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
        int scale = plain.scale();
        String digits = plain.unscaledValue().abs().toString();
        int afterPoint = Math.floorDiv(scale + DIGITS - 1, DIGITS) * DIGITS;
        String padded = digits + "0".repeat(afterPoint - scale);
        int lead = Math.floorMod(-padded.length(), DIGITS);
        String grouped = "0".repeat(lead) + padded;
        int groups = grouped.length() / DIGITS;
        int first = firstGroup(grouped, groups);
        out.writeShort(groups - first);
        out.writeShort(groups - first == 0 ? 0 : groups - first - 1 - afterPoint / DIGITS);
        out.writeShort(plain.signum() < 0 ? NEGATIVE : 0);
        out.writeShort(scale);
        for (int i = first; i < groups; i++) {
            out.writeShort(Integer.parseInt(grouped, i * DIGITS, (i + 1) * DIGITS, 10));
        }
    }

    private static int firstGroup(String grouped, int groups) {
        int i = 0;
        while (i < groups && Integer.parseInt(grouped, i * DIGITS, (i + 1) * DIGITS, 10) == 0) {
            i++;
        }
        return i;
    }
}
