package io.sluice.type;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type of the database together with the Java type of its values. The types themselves stand in {@link SqlTypes};
 * {@link #map} makes a domain type of one of them:
 *
 * <pre>{@code
 * SqlType<Money> MONEY = BIGINT.map(Money.class, Money::ofCents, Money::cents);
 * }</pre>
 */
public final class SqlType<T> {
    private final Kind kind;
    private final Class<?> javaType;
    private final Detail detail;
    private final @Nullable Conversion<?, T> conversion;
    private final int hash;

    SqlType(Kind kind, Class<?> javaType, Detail detail) {
        this(kind, javaType, detail, null);
    }

    private SqlType(Kind kind, Class<?> javaType, Detail detail, @Nullable Conversion<?, T> conversion) {
        this.kind = kind;
        this.javaType = javaType;
        this.detail = detail;
        this.conversion = conversion;
        this.hash = Objects.hash(kind, javaType, detail, conversion);
    }

    /**
     * A type of your own, kept in this one; the functions see no nulls and give none. Keep it in a constant: two types
     * are equal only if their functions are the same objects, and compiled statements are found again by their types.
     */
    public <U> SqlType<U> map(
            Class<U> javaType, Function<? super T, ? extends U> toJava, Function<? super U, ? extends T> toDb) {
        return new SqlType<>(
                kind,
                Objects.requireNonNull(javaType, "javaType"),
                detail,
                new Conversion<>(this, Objects.requireNonNull(toJava, "toJava"), Objects.requireNonNull(toDb, "toDb")));
    }

    public Kind kind() {
        return kind;
    }

    public Family family() {
        return kind.family();
    }

    /** The class of the values; {@code List} for every array. */
    public Class<?> javaType() {
        return javaType;
    }

    /** The length of {@code varchar(n)} and {@code char(n)}, the precision of {@code numeric(p, s)}; -1 where none was given. */
    public int length() {
        return detail.length();
    }

    /** The scale of {@code numeric(p, s)}; -1 where none was given. */
    public int scale() {
        return detail.scale();
    }

    /** The name of an enum type in the database. */
    public @Nullable String name() {
        return detail.name();
    }

    /** The type of an array's elements or of a range's ends. */
    public @Nullable SqlType<?> element() {
        return detail.element();
    }

    /** The type that travels: for a mapped type the one it was made of, to the bottom; else this one. */
    public SqlType<?> storage() {
        return conversion == null ? this : conversion.storage().storage();
    }

    /** The value to send for a value of Java. */
    public Object toDatabase(Object value) {
        return conversion == null ? value : conversion.storage().toDatabase(conversion.write(value, this));
    }

    /** The value of Java for a value that was read as {@link #storage()}. */
    public Object toJava(Object stored) {
        return conversion == null
                ? stored
                : conversion.read(conversion.storage().toJava(stored));
    }

    public boolean isMapped() {
        return conversion != null;
    }

    /** The value, if it fits this type's Java class; for places where the compiler could not check. */
    @SuppressWarnings("unchecked")
    public T checked(Object value) {
        if (!javaType.isInstance(value)) {
            throw new IllegalArgumentException("a value of class %s does not fit %s: expected %s"
                    .formatted(value.getClass().getName(), this, javaType.getName()));
        }
        return (T) value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof SqlType<?> that
                        && hash == that.hash
                        && kind == that.kind
                        && javaType == that.javaType
                        && detail.equals(that.detail)
                        && Objects.equals(conversion, that.conversion));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** As SQL would name it: {@code varchar(32)}, {@code integer[]}. */
    @Override
    public String toString() {
        String plain = detail.describe(kind);
        return conversion == null ? plain : plain + " as " + javaType.getSimpleName();
    }

    /** What tells apart two types of one kind. */
    record Detail(
            int length,
            int scale,
            @Nullable String name,
            @Nullable SqlType<?> element) {
        static final Detail NONE = new Detail(-1, -1, null, null);

        static Detail length(int length) {
            return new Detail(length, -1, null, null);
        }

        static Detail element(SqlType<?> element) {
            return new Detail(-1, -1, null, element);
        }

        String describe(Kind kind) {
            if (kind == Kind.ARRAY) {
                return element + "[]";
            }
            String base = name == null ? kind.name().toLowerCase(java.util.Locale.ROOT) : name;
            if (length < 0) {
                return base;
            }
            return base + (scale < 0 ? "(" + length + ")" : "(" + length + ", " + scale + ")");
        }
    }
}
