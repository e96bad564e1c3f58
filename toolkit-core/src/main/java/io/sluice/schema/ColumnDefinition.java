package io.sluice.schema;

import io.sluice.schema.ColumnOption.Flag;
import io.sluice.schema.ColumnOption.Moment;
import io.sluice.schema.ColumnOption.Said;
import io.sluice.schema.ColumnOption.Sent;
import io.sluice.schema.ColumnOption.Trait;
import io.sluice.schema.ColumnOption.Word;
import io.sluice.sql.StatementException;
import io.sluice.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column before it belongs to a table: its name, its type unless it is its target's, and what else was said of it. */
public record ColumnDefinition<T>(String name, @Nullable SqlType<T> type, List<ColumnOption<T>> options) {

    static <T> ColumnDefinition<T> of(String name, @Nullable SqlType<T> type, List<ColumnOption<T>> options) {
        TableName.requireName(name, "a column's name");
        if (type == null) {
            throw new StatementException(
                    "column %s has no type: a constant declared below the table's own is still null here; declare it above, or in a class of its own"
                            .formatted(name));
        }
        return new ColumnDefinition<>(name, type, options);
    }

    static <T> ColumnDefinition<T> of(String name, References<T> references, List<ColumnOption<T>> options) {
        TableName.requireName(name, "a column's name");
        List<ColumnOption<T>> all = new ArrayList<>(options);
        all.add(references);
        return new ColumnDefinition<>(name, references.type(), List.copyOf(all));
    }

    boolean has(Trait trait) {
        return options.stream().anyMatch(option -> option instanceof Flag<T> flag && flag.trait() == trait);
    }

    @Nullable
    @SuppressWarnings("unchecked") // the options of a column are of its type
    References<T> references() {
        return (References<T>) find(References.class);
    }

    /** The option of a kind, if there is one; said twice, the first counts. */
    <O> @Nullable O find(Class<O> kind) {
        for (ColumnOption<T> option : options) {
            if (kind.isInstance(option)) {
                return kind.cast(option);
            }
        }
        return null;
    }

    @Nullable
    String said(Word word) {
        for (ColumnOption<T> option : options) {
            if (option instanceof Said<T> said && said.word() == word) {
                return said.text();
            }
        }
        return null;
    }

    /** What is sent at an insert or an update for this column, if anything is. */
    @Nullable
    Sent<T> sent(Moment moment) {
        for (ColumnOption<T> option : options) {
            if (option instanceof Sent<T> sent && sent.moment() == moment) {
                return sent;
            }
        }
        return null;
    }
}
