package io.sluice.schema;

import io.sluice.sql.StatementException;
import io.sluice.sql.tree.DefinitionNode;
import io.sluice.type.Kind;
import io.sluice.type.SqlType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An enum type of the database, with the labels of an enum of Java. Metadata creates those that its columns use by
 * itself. MariaDB and MySQL have no such types: each column lists the labels, and there is nothing to create or drop.
 */
public record EnumType(String name, List<String> labels) implements SchemaObject {

    public EnumType {
        TableName.requireName(name, "an enum type's name");
        labels = List.copyOf(labels);
    }

    /** The enum type behind a type of columns: {@code EnumType.of(enumeration("mood", Mood.class))}. */
    public static EnumType of(SqlType<?> type) {
        return usedBy(type).orElseThrow(() -> new StatementException("%s is no enum type".formatted(type)));
    }

    static Optional<EnumType> usedBy(SqlType<?> type) {
        SqlType<?> stored = type.storage();
        if (stored.kind() == Kind.ARRAY && stored.element() != null) {
            return usedBy(stored.element());
        }
        if (stored.kind() != Kind.ENUM) {
            return Optional.empty();
        }
        List<String> labels = Arrays.stream(stored.javaType().getEnumConstants())
                .map(label -> ((Enum<?>) label).name())
                .toList();
        return Optional.of(new EnumType(Objects.requireNonNull(stored.name(), "an enum type has a name"), labels));
    }

    @Override
    public Definition create() {
        return Definition.of(new DefinitionNode.CreateEnum(name, labels));
    }

    @Override
    public Definition drop() {
        return Definition.of(new DefinitionNode.DropEnum(name));
    }
}
