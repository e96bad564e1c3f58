package io.sluice.driver.h2;

import io.r2dbc.spi.Parameters;
import io.sluice.codec.BindException;
import io.sluice.codec.DomainValues;
import io.sluice.codec.StandardCodec;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import java.math.BigDecimal;
import java.util.List;

/** Where H2 would keep another value than the one it was given, and what its driver cannot take as it is. */
final class H2Codec extends StandardCodec {
    /** Of {@code decfloat(60)}, which a number without bounds is kept in. */
    private static final int DIGITS = 60;

    private static final int MOST_ZEROS = 100_000;

    @Override
    protected Object toDriver(Object value, SqlType<?> type) {
        return type.kind() == Kind.NUMERIC ? number((BigDecimal) value, type) : super.toDriver(value, type);
    }

    private static BigDecimal number(BigDecimal value, SqlType<?> type) {
        if (type.length() < 0 && value.stripTrailingZeros().precision() > DIGITS) {
            throw new BindException(
                    "in H2 a numeric without bounds keeps %d digits; give it a precision and a scale, or round the number"
                            .formatted(DIGITS));
        }
        if (value.scale() >= 0) {
            return value;
        }
        if (value.scale() < -MOST_ZEROS) {
            throw new BindException("H2 keeps %d digits of a number; round it".formatted(MOST_ZEROS));
        }
        return value.setScale(0);
    }

    /** The driver knows no null in an array but as a parameter of its own, and no two numbers of different scales. */
    @Override
    protected Object toDriverArray(List<?> values, SqlType<?> element) {
        SqlType<?> stored = element.storage();
        Object[] array = new Object[values.size()];
        for (int i = 0; i < array.length; i++) {
            Object value = values.get(i);
            if (value == null) {
                array[i] = Parameters.in(driverClass(stored));
            } else {
                Object sent = toDriver(DomainValues.toDatabase(element, value), stored);
                array[i] = stored.kind() == Kind.NUMERIC ? sent.toString() : sent;
            }
        }
        return array;
    }
}
