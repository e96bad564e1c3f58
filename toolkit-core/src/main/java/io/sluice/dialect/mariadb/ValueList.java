package io.sluice.dialect.mariadb;

import io.sluice.dialect.StoredValues;
import io.sluice.sql.tree.Atom.Bind;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of an IN. A few are placeholders, repeated to the next power of two so that the text is one of few; many
 * are one parameter, a JSON array, since a prepared statement holds 65,535 placeholders. Types that a JSON table would
 * change stay placeholders: text above all, to which it gives a collation that the column may not agree with.
 */
record ValueList(List<?> values, SqlType<?> element) {
    private static final int FEW = 1024;

    static ValueList of(Bind array) {
        return new ValueList(
                (List<?>) Objects.requireNonNull(array.value(), "a list of values is not null"),
                Objects.requireNonNull(array.type().element(), "an array has elements"));
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    boolean travelsAsJson() {
        return values.size() > FEW && jsonType(element.kind()) != null;
    }

    List<Bind> padded() {
        int size = Integer.highestOneBit(values.size() * 2 - 1);
        List<Bind> binds = new ArrayList<>(size);
        for (Object value : values) {
            binds.add(new Bind(value, element));
        }
        Bind last = binds.get(binds.size() - 1);
        while (binds.size() < size) {
            binds.add(last);
        }
        return binds;
    }

    String typeInJson() {
        return Objects.requireNonNull(jsonType(element.kind()), "only such types travel as JSON");
    }

    /** The array; none of its values has a character that JSON would have to escape. */
    Bind json() {
        var json = new StringBuilder("[");
        for (Object value : values) {
            if (json.length() > 1) {
                json.append(',');
            }
            Object stored = StoredValues.of(element, value);
            switch (element.kind()) {
                case DATE, TIMESTAMP -> json.append('"').append(stored).append('"');
                case NUMERIC -> json.append(((BigDecimal) stored).toPlainString());
                default -> json.append(stored);
            }
        }
        return new Bind(json.append(']').toString(), SqlTypes.TEXT);
    }

    private static @Nullable String jsonType(Kind kind) {
        return switch (kind) {
            case SMALLINT, INTEGER, BIGINT -> "BIGINT";
            case NUMERIC -> "DECIMAL(65, 30)";
            case DOUBLE -> "DOUBLE";
            case DATE -> "DATE";
            case TIMESTAMP -> "DATETIME(6)";
            default -> null;
        };
    }
}
