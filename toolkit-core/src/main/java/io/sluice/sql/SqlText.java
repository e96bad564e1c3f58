package io.sluice.sql;

import io.sluice.type.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement as one database takes it: the text, and the values for its placeholders in their order. */
public record SqlText(String text, List<@Nullable Object> parameters, List<SqlType<?>> parameterTypes) {

    public SqlText {
        parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
        parameterTypes = List.copyOf(parameterTypes);
    }

    /** The text alone: values stay out of logs. */
    @Override
    public String toString() {
        return text;
    }
}
