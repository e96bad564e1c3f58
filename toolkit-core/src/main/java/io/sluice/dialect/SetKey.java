package io.sluice.dialect;

import io.sluice.sql.tree.Atom.Bind;
import io.sluice.type.Kind;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Values by which sets of a batch are told apart, so that any two which a database may take for equal are equal here
 * too: a collation may know neither case nor accents nor spaces at the end. Values that are equal only here cost a
 * statement more.
 */
final class SetKey {
    /** Some collations take all of these for one. */
    private static final Pattern BEYOND = Pattern.compile("[^\\x{0}-\\x{FFFF}]");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Values of other types have several spellings; any two of them may be one to the database. */
    private static final Set<Kind> TOLD_APART = EnumSet.of(
            Kind.BOOLEAN,
            Kind.SMALLINT,
            Kind.INTEGER,
            Kind.BIGINT,
            Kind.NUMERIC,
            Kind.REAL,
            Kind.DOUBLE,
            Kind.CHAR,
            Kind.VARCHAR,
            Kind.TEXT,
            Kind.BYTEA,
            Kind.DATE,
            Kind.TIME,
            Kind.TIMESTAMP,
            Kind.TIMESTAMPTZ,
            Kind.UUID,
            Kind.ENUM);

    private SetKey() {}

    /** Empty where a NULL is in the key, which equals nothing. */
    static List<Object> of(List<Bind> set, List<Integer> places) {
        List<Object> key = new ArrayList<>(places.size());
        for (int place : places) {
            Bind bind = set.get(place);
            if (bind.value() == null) {
                return List.of();
            }
            Kind kind = bind.type().storage().kind();
            key.add(
                    TOLD_APART.contains(kind)
                            ? coarse(StoredValues.of(
                                    bind.type(), Objects.requireNonNull(bind.value(), "looked at above")))
                            : kind);
        }
        return key;
    }

    private static Object coarse(Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        if (value instanceof Number number && (number instanceof Double || number instanceof Float)) {
            // by which 0 and -0 are equal
            return number.doubleValue() + 0.0;
        }
        if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }
        return time(value);
    }

    /** Databases keep microseconds. */
    private static Object time(Object value) {
        if (value instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.MICROS);
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().truncatedTo(ChronoUnit.MICROS);
        }
        if (value instanceof LocalDateTime time) {
            return time.truncatedTo(ChronoUnit.MICROS);
        }
        return value instanceof LocalTime time ? time.truncatedTo(ChronoUnit.MICROS) : value;
    }

    private static String text(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String plain = BEYOND.matcher(MARKS.matcher(decomposed).replaceAll("")).replaceAll("?");
        return plain.toUpperCase(Locale.ROOT).stripTrailing();
    }
}
