package io.sluice.mapping;

import io.sluice.sql.NullResultException;
import org.jspecify.annotations.Nullable;

/** What the written code asks of the values of an embeddable. */
public final class EmbeddedValues {

    private EmbeddedValues() {}

    /** A value that may not be null, since its field may not. */
    public static <T> T required(@Nullable T value, Class<?> embeddable, String field) {
        if (value == null) {
            throw new NullResultException(
                    "%s.%s is NULL in the database, and the field may not be; mark it @Nullable, or mend the row"
                            .formatted(embeddable.getSimpleName(), field));
        }
        return value;
    }
}
