package shop;

import io.sluice.mapping.EmbeddedValues;
import io.sluice.mapping.Generated;
import io.sluice.schema.Column;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The columns of {@link Money} in the table of whoever embeds it. */
@Generated
@NullUnmarked
@SuppressWarnings({"deprecation", "exports", "removal", "unchecked"})
final class Money_ {
    public final Column<Long> cents;
    public final Column<String> currency;

    /** The columns are those of the table that embeds them. */
    public Money_(Column<Long> cents, Column<String> currency) {
        this.cents = cents;
        this.currency = currency;
    }

    /** Whether all its columns are NULL. */
    public static boolean isNull(@Nullable Object[] row, int at) {
        return row[at] == null && row[at + 1] == null;
    }

    public static Money read(@Nullable Object[] row, int at) {
        return new Money(EmbeddedValues.required((Long) row[at], Money.class, "cents"), EmbeddedValues.required((String) row[at + 1], Money.class, "currency"));
    }

    /** Puts the values into a row; of none, NULL for each. */
    public static void write(Money value, @Nullable Object[] row, int at) {
        if (value == null) {
            row[at] = null;
            row[at + 1] = null;
            return;
        }
        row[at] = value.cents();
        row[at + 1] = value.currency();
    }
}
