package io.sluice.driver.postgresql;

import io.netty.buffer.ByteBuf;

/** Addresses of a network, written as PostgreSQL writes them. */
final class AddressWire {
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;
    private static final int GROUPS = 8;

    private AddressWire() {}

    static String read(ByteBuf bytes) {
        bytes.skipBytes(1); // the family, which the length tells too
        int mask = bytes.readUnsignedByte();
        boolean isNetwork = bytes.readBoolean();
        boolean isShort = bytes.readUnsignedByte() * 8 == IPV4_BITS;
        String address = isShort ? quad(bytes) : groups(bytes);
        return isNetwork || mask != (isShort ? IPV4_BITS : IPV6_BITS) ? address + "/" + mask : address;
    }

    private static String quad(ByteBuf bytes) {
        return bytes.readUnsignedByte() + "." + bytes.readUnsignedByte() + "." + bytes.readUnsignedByte() + "."
                + bytes.readUnsignedByte();
    }

    /** The longest run of zeros is two colons; one that embeds a short address ends with that. */
    private static String groups(ByteBuf bytes) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = bytes.readUnsignedShort();
        }
        int start = 0;
        int length = 0;
        for (int i = 0; i < GROUPS; i++) {
            int run = zerosAt(groups, i);
            if (run > length && run > 1) {
                start = i;
                length = run;
            }
        }
        boolean embeds =
                start == 0 && (length == 6 || (length == 7 && groups[7] != 1) || (length == 5 && groups[5] == 0xFFFF));
        var text = new StringBuilder();
        int end = embeds ? GROUPS - 2 : GROUPS;
        for (int i = 0; i < end; ) {
            if (length > 0 && i == start) {
                text.append(i == 0 ? "::" : ":");
                i = Math.min(start + length, end);
            } else {
                text.append(Integer.toHexString(groups[i]));
                i++;
                text.append(i < GROUPS ? ":" : "");
            }
        }
        if (embeds) {
            text.append(groups[6] >> 8).append('.').append(groups[6] & 0xFF).append('.');
            text.append(groups[7] >> 8).append('.').append(groups[7] & 0xFF);
        }
        return text.toString();
    }

    private static int zerosAt(int[] groups, int from) {
        int end = from;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end - from;
    }
}
