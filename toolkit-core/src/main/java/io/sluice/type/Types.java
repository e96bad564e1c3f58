package io.sluice.type;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which type is meant for the values of a class. A model keeps one in a constant and hands it down by the class its
 * tables extend:
 *
 * <pre>{@code
 * static final Types TYPES = Types.STANDARD.with(MONEY).with(STATUS);
 * }</pre>
 */
public final class Types {
    /** The usual ones: {@code bigint} for {@code Long}, {@code timestamptz} for {@code Instant}. */
    public static final Types STANDARD = new Types(Map.of());

    private final Map<Class<?>, SqlType<?>> added;

    private Types(Map<Class<?>, SqlType<?>> added) {
        this.added = Map.copyOf(added);
    }

    /** With this type for the values of its class, in place of any other. */
    public Types with(SqlType<?> type) {
        if (!type.isMapped() && (type.kind() == Kind.ARRAY || type.family() == Family.RANGE)) {
            throw new IllegalArgumentException(
                    "%s cannot stand for its class, which all of its kind share; name it where it is used"
                            .formatted(type));
        }
        Map<Class<?>, SqlType<?>> more = new HashMap<>(added);
        more.put(type.javaType(), type);
        return new Types(more);
    }

    @SuppressWarnings("unchecked") // a type is kept by its own class
    public <T> SqlType<T> of(Class<T> javaType) {
        Objects.requireNonNull(javaType, "javaType");
        SqlType<T> own = (SqlType<T>) added.get(javaType);
        if (own != null) {
            return own;
        }
        Optional<SqlType<T>> usual = SqlTypes.forJavaType(javaType);
        return usual.orElseThrow(() -> new IllegalArgumentException(
                "there is no type for %s; make one with map(…) and add it with Types.with(…)"
                        .formatted(javaType.getName())));
    }
}
