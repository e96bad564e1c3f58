package io.sluice.driver.postgresql;

import io.netty.buffer.ByteBuf;
import io.sluice.type.Interval;

/** Spans of time: microseconds, days, months. */
final class IntervalWire {

    private IntervalWire() {}

    static Interval read(ByteBuf bytes) {
        long microseconds = bytes.readLong();
        int days = bytes.readInt();
        return new Interval(bytes.readInt(), days, microseconds);
    }

    static void write(Interval interval, ByteBuf out) {
        out.writeLong(interval.microseconds());
        out.writeInt(interval.days());
        out.writeInt(interval.months());
    }
}
