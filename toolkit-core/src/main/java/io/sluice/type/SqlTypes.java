package io.sluice.type;

import io.sluice.type.SqlType.Detail;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of types, made for a static import. */
public final class SqlTypes {
    public static final SqlType<Boolean> BOOLEAN = of(Kind.BOOLEAN, Boolean.class);
    public static final SqlType<Short> SMALLINT = of(Kind.SMALLINT, Short.class);
    public static final SqlType<Integer> INTEGER = of(Kind.INTEGER, Integer.class);
    public static final SqlType<Long> BIGINT = of(Kind.BIGINT, Long.class);
    public static final SqlType<BigDecimal> NUMERIC = of(Kind.NUMERIC, BigDecimal.class);
    public static final SqlType<Float> REAL = of(Kind.REAL, Float.class);
    public static final SqlType<Double> DOUBLE = of(Kind.DOUBLE, Double.class);
    public static final SqlType<String> TEXT = of(Kind.TEXT, String.class);
    public static final SqlType<byte[]> BYTEA = of(Kind.BYTEA, byte[].class);
    public static final SqlType<LocalDate> DATE = of(Kind.DATE, LocalDate.class);
    public static final SqlType<LocalTime> TIME = of(Kind.TIME, LocalTime.class);
    public static final SqlType<LocalDateTime> TIMESTAMP = of(Kind.TIMESTAMP, LocalDateTime.class);
    /** A point on the time line: the usual choice for “when”. */
    public static final SqlType<Instant> TIMESTAMPTZ = of(Kind.TIMESTAMPTZ, Instant.class);
    /** The same as {@link #TIMESTAMPTZ} in the database, which does not keep the offset: what comes back is in UTC. */
    public static final SqlType<OffsetDateTime> TIMESTAMPTZ_OFFSET = of(Kind.TIMESTAMPTZ, OffsetDateTime.class);

    public static final SqlType<Interval> INTERVAL = of(Kind.INTERVAL, Interval.class);
    /** Not called UUID, which under a static import would hide {@link java.util.UUID}. */
    public static final SqlType<java.util.UUID> UUID_TYPE = of(Kind.UUID, java.util.UUID.class);

    public static final SqlType<Json> JSON = of(Kind.JSON, Json.class);
    public static final SqlType<Json> JSONB = of(Kind.JSONB, Json.class);
    public static final SqlType<String> INET = of(Kind.INET, String.class);
    public static final SqlType<Range<Integer>> INT4RANGE = range(Kind.INT4RANGE, INTEGER);
    public static final SqlType<Range<Long>> INT8RANGE = range(Kind.INT8RANGE, BIGINT);
    public static final SqlType<Range<BigDecimal>> NUMRANGE = range(Kind.NUMRANGE, NUMERIC);
    public static final SqlType<Range<LocalDate>> DATERANGE = range(Kind.DATERANGE, DATE);
    public static final SqlType<Range<LocalDateTime>> TSRANGE = range(Kind.TSRANGE, TIMESTAMP);
    public static final SqlType<Range<Instant>> TSTZRANGE = range(Kind.TSTZRANGE, TIMESTAMPTZ);
    public static final SqlType<String> TSVECTOR = of(Kind.TSVECTOR, String.class);
    public static final SqlType<String> TSQUERY = of(Kind.TSQUERY, String.class);

    private static final Map<Class<?>, SqlType<?>> BY_JAVA_TYPE = Stream.of(
                    BOOLEAN,
                    SMALLINT,
                    INTEGER,
                    BIGINT,
                    NUMERIC,
                    REAL,
                    DOUBLE,
                    TEXT,
                    BYTEA,
                    DATE,
                    TIME,
                    TIMESTAMP,
                    TIMESTAMPTZ,
                    TIMESTAMPTZ_OFFSET,
                    INTERVAL,
                    UUID_TYPE,
                    JSONB)
            .collect(Collectors.toUnmodifiableMap(SqlType::javaType, Function.identity()));

    private SqlTypes() {}

    public static SqlType<String> varchar(int length) {
        return new SqlType<>(Kind.VARCHAR, String.class, Detail.length(positive("varchar", length)));
    }

    /**
     * Blank-padded text of a fixed length; {@link #varchar} is nearly always meant. Blanks at the end say nothing:
     * PostgreSQL and H2 give back as many as fit, MariaDB none.
     */
    public static SqlType<String> character(int length) {
        return new SqlType<>(Kind.CHAR, String.class, Detail.length(positive("character", length)));
    }

    public static SqlType<BigDecimal> numeric(int precision, int scale) {
        if (scale < 0 || scale > positive("numeric", precision)) {
            throw new IllegalArgumentException(
                    "numeric(%d, %d) is not a type: the scale must lie between 0 and the precision"
                            .formatted(precision, scale));
        }
        return new SqlType<>(Kind.NUMERIC, BigDecimal.class, new Detail(precision, scale, null, null));
    }

    /** An array; its value is a {@code List}. */
    public static <E> SqlType<List<E>> array(SqlType<E> element) {
        return new SqlType<>(Kind.ARRAY, List.class, Detail.element(Objects.requireNonNull(element, "element")));
    }

    /** An enum type that the database knows by this name, with the labels {@code E.name()}. */
    public static <E extends Enum<E>> SqlType<E> enumeration(String name, Class<E> javaType) {
        return new SqlType<>(Kind.ENUM, javaType, new Detail(-1, -1, Objects.requireNonNull(name, "name"), null));
    }

    /**
     * A type that this catalogue does not list, by the name that the database has for it; its values travel as their
     * text. {@code other("macaddr")} is one, and {@code other("point").map(Point.class, Point::parse, Point::toString)}
     * makes a type of your own of it.
     */
    public static SqlType<String> other(String name) {
        return new SqlType<>(Kind.OTHER, String.class, new Detail(-1, -1, Objects.requireNonNull(name, "name"), null));
    }

    /** The usual type for values of a class: {@code bigint} for {@code Long}, {@code timestamptz} for {@code Instant}. */
    @SuppressWarnings("unchecked")
    public static <T> Optional<SqlType<T>> forJavaType(Class<T> javaType) {
        return Optional.ofNullable((SqlType<T>) BY_JAVA_TYPE.get(javaType));
    }

    private static <T> SqlType<T> of(Kind kind, Class<T> javaType) {
        return new SqlType<>(kind, javaType, Detail.NONE);
    }

    private static <E> SqlType<Range<E>> range(Kind kind, SqlType<E> element) {
        return new SqlType<>(kind, Range.class, Detail.element(element));
    }

    private static int positive(String name, int length) {
        if (length < 1) {
            throw new IllegalArgumentException(
                    "%s(%d) is not a type: the length must be positive".formatted(name, length));
        }
        return length;
    }
}
