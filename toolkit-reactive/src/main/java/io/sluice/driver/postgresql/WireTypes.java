package io.sluice.driver.postgresql;

import io.netty.buffer.ByteBuf;
import io.sluice.type.Interval;
import io.sluice.type.Json;
import io.sluice.type.Range;
import io.sluice.type.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The catalogue of what the protocol carries: a line for each type. */
final class WireTypes {
    static final WireType<Boolean> BOOL =
            type(16, 1000, Boolean.class, ByteBuf::readBoolean, "t"::equals, (value, out) -> out.writeBoolean(value));
    static final WireType<Short> INT2 =
            type(21, 1005, Short.class, ByteBuf::readShort, Short::valueOf, (value, out) -> out.writeShort(value));
    static final WireType<Integer> INT4 =
            type(23, 1007, Integer.class, ByteBuf::readInt, Integer::valueOf, (value, out) -> out.writeInt(value));
    static final WireType<Long> INT8 =
            type(20, 1016, Long.class, ByteBuf::readLong, Long::valueOf, (value, out) -> out.writeLong(value));
    static final WireType<Long> OID = type(
            26,
            1028,
            Long.class,
            ByteBuf::readUnsignedInt,
            Long::valueOf,
            (value, out) -> out.writeInt(value.intValue()));
    static final WireType<Float> FLOAT4 =
            type(700, 1021, Float.class, ByteBuf::readFloat, Float::valueOf, (value, out) -> out.writeFloat(value));
    static final WireType<Double> FLOAT8 =
            type(701, 1022, Double.class, ByteBuf::readDouble, Double::valueOf, (value, out) -> out.writeDouble(value));
    static final WireType<BigDecimal> NUMERIC =
            type(1700, 1231, BigDecimal.class, NumericWire::read, NumericWire::parse, NumericWire::write);

    static final WireType<String> TEXT = text(25, 1009);
    static final WireType<String> VARCHAR = text(1043, 1015);
    static final WireType<String> CHAR = text(1042, 1014);
    static final WireType<byte[]> BYTEA =
            type(17, 1001, byte[].class, BytesWire::read, BytesWire::parse, (value, out) -> out.writeBytes(value));
    static final WireType<UUID> UUID_TYPE = type(
            2950,
            2951,
            UUID.class,
            bytes -> new UUID(bytes.readLong(), bytes.readLong()),
            UUID::fromString,
            (value, out) -> out.writeLong(value.getMostSignificantBits()).writeLong(value.getLeastSignificantBits()));
    static final WireType<Json> JSON = type(
            114,
            199,
            Json.class,
            bytes -> new Json(TextWire.read(bytes)),
            Json::new,
            (value, out) -> TextWire.write(value.text(), out));
    static final WireType<Json> JSONB =
            type(3802, 3807, Json.class, TextWire::readJsonb, Json::new, TextWire::writeJsonb);
    static final WireType<String> INET = address(869, 1041);
    static final WireType<String> CIDR = address(650, 651);

    static final WireType<LocalDate> DATE =
            type(1082, 1182, LocalDate.class, DateWire::readDate, DateText::date, DateWire::writeDate);
    static final WireType<LocalTime> TIME =
            type(1083, 1183, LocalTime.class, DateWire::readTime, DateText::time, DateWire::writeTime);
    static final WireType<LocalDateTime> TIMESTAMP = type(
            1114, 1115, LocalDateTime.class, DateWire::readTimestamp, DateText::timestamp, DateWire::writeTimestamp);
    static final WireType<Instant> TIMESTAMPTZ =
            type(1184, 1185, Instant.class, DateWire::readInstant, DateText::instant, DateWire::writeInstant);
    static final WireType<OffsetDateTime> TIMESTAMPTZ_OFFSET = type(
            1184,
            1185,
            OffsetDateTime.class,
            bytes -> DateWire.inUtc(DateWire.readInstant(bytes)),
            text -> DateWire.inUtc(DateText.instant(text)),
            DateWire::writeOffset);
    static final WireType<Interval> INTERVAL =
            type(1186, 1187, Interval.class, IntervalWire::read, IntervalText::parse, IntervalWire::write);

    static final WireType<Range<Integer>> INT4RANGE = RangeWire.of(3904, 3905, INT4);
    static final WireType<Range<Long>> INT8RANGE = RangeWire.of(3926, 3927, INT8);
    static final WireType<Range<BigDecimal>> NUMRANGE = RangeWire.of(3906, 3907, NUMERIC);
    static final WireType<Range<LocalDate>> DATERANGE = RangeWire.of(3912, 3913, DATE);
    static final WireType<Range<LocalDateTime>> TSRANGE = RangeWire.of(3908, 3909, TIMESTAMP);
    static final WireType<Range<Instant>> TSTZRANGE = RangeWire.of(3910, 3911, TIMESTAMPTZ);

    private static final Map<Integer, WireType<?>> BY_OID = Stream.of(
                    BOOL,
                    INT2,
                    INT4,
                    INT8,
                    OID,
                    FLOAT4,
                    FLOAT8,
                    NUMERIC,
                    TEXT,
                    VARCHAR,
                    CHAR,
                    text(18, 1002), // "char"
                    text(19, 1003), // name
                    text(142, 143), // xml
                    text(705, 0), // unknown
                    BYTEA,
                    UUID_TYPE,
                    JSON,
                    JSONB,
                    INET,
                    CIDR,
                    DATE,
                    TIME,
                    TIMESTAMP,
                    TIMESTAMPTZ,
                    INTERVAL,
                    INT4RANGE,
                    INT8RANGE,
                    NUMRANGE,
                    DATERANGE,
                    TSRANGE,
                    TSTZRANGE)
            .collect(Collectors.toUnmodifiableMap(WireType::oid, Function.identity()));

    private static final Map<Integer, WireType<?>> BY_ARRAY_OID = BY_OID.values().stream()
            .filter(type -> type.arrayOid() != 0)
            .collect(Collectors.toUnmodifiableMap(WireType::arrayOid, Function.identity()));

    private WireTypes() {}

    /** As what a value travels to the server; what has no numbers of its own goes as text, with a cast around it. */
    static WireType<?> of(SqlType<?> type) {
        return switch (type.kind()) {
            case BOOLEAN -> BOOL;
            case SMALLINT -> INT2;
            case INTEGER -> INT4;
            case BIGINT -> INT8;
            case NUMERIC -> NUMERIC;
            case REAL -> FLOAT4;
            case DOUBLE -> FLOAT8;
            case CHAR -> CHAR;
            case VARCHAR -> VARCHAR;
            case TEXT, INET, TSVECTOR, TSQUERY, OTHER -> TEXT;
            case BYTEA -> BYTEA;
            case DATE -> DATE;
            case TIME -> TIME;
            case TIMESTAMP -> TIMESTAMP;
            case TIMESTAMPTZ -> type.javaType() == OffsetDateTime.class ? TIMESTAMPTZ_OFFSET : TIMESTAMPTZ;
            case INTERVAL -> INTERVAL;
            case UUID -> UUID_TYPE;
            case JSON -> JSON;
            case JSONB -> JSONB;
            case ENUM -> EnumWire.SENT;
            case ARRAY -> ArrayWire.sending(type);
            case INT4RANGE -> INT4RANGE;
            case INT8RANGE -> INT8RANGE;
            case NUMRANGE -> NUMRANGE;
            case DATERANGE -> DATERANGE;
            case TSRANGE -> TSRANGE;
            case TSTZRANGE -> TSTZRANGE;
            case ROW -> throw new IllegalStateException("a whole row never crosses the wire");
        };
    }

    /** The type of this number; null for one that the catalogue does not have, an enum's or an extension's. */
    static @Nullable WireType<?> numbered(int oid) {
        return BY_OID.get(oid);
    }

    /** The type of the elements of arrays of this number. */
    static @Nullable WireType<?> elementOfArray(int arrayOid) {
        return BY_ARRAY_OID.get(arrayOid);
    }

    static SqlType<?> elementOf(SqlType<?> type) {
        return Objects.requireNonNull(type.element(), "an array has elements");
    }

    private static WireType<String> text(int oid, int arrayOid) {
        return type(oid, arrayOid, String.class, TextWire::read, text -> text, TextWire::write);
    }

    private static WireType<String> address(int oid, int arrayOid) {
        return type(oid, arrayOid, String.class, AddressWire::read, text -> text, TextWire::write);
    }

    private static <T> WireType<T> type(
            int oid,
            int arrayOid,
            Class<T> javaType,
            Function<ByteBuf, T> binary,
            Function<String, T> text,
            BiConsumer<T, ByteBuf> writer) {
        return new WireType<>(oid, arrayOid, javaType, binary, text, writer);
    }
}
