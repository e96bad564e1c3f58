package io.sluice.mapping;

import io.sluice.schema.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an entity has a part of its key: in an attribute, or in what it refers to. */
sealed interface KeyPart<E> {

    /** Puts it where it stands in the key. */
    void get(E entity, @Nullable Object[] key);

    static <E> List<KeyPart<E>> of(EntityTable<E, ?> table) {
        List<Column<?>> key = table.primaryKeyColumns();
        List<KeyPart<E>> parts = new ArrayList<>();
        for (Attribute<E> attribute : table.attributes()) {
            if (attribute.role() == Attribute.Role.KEY) {
                parts.add(new OfAttribute<>(
                        table,
                        attribute.index(),
                        indexOf(key, attribute.columns().get(0))));
            }
        }
        for (Relation<E, ?> relation : table.relations()) {
            if (relation instanceof ToOneRelation<E, ?> one && one.hasForeignKey()) {
                int at = indexOf(key, one.foreignKey().get(0));
                if (at >= 0) {
                    parts.add(new OfRelation<>(one, at));
                }
            }
        }
        return List.copyOf(parts);
    }

    private static int indexOf(List<Column<?>> columns, Column<?> wanted) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(wanted.name())) {
                return i;
            }
        }
        return -1;
    }

    /** An attribute of the key's own. */
    record OfAttribute<E>(EntityTable<E, ?> table, int attribute, int at) implements KeyPart<E> {

        @Override
        public void get(E entity, @Nullable Object[] key) {
            table.get(entity, attribute, key, at);
        }
    }

    /** The key of another entity, unless an attribute has it too. */
    record OfRelation<E>(ToOneRelation<E, ?> relation, int at) implements KeyPart<E> {

        @Override
        public void get(E entity, @Nullable Object[] key) {
            if (key[at] != null) {
                return;
            }
            Object id = relation.idOf(entity);
            if (id instanceof List<?> several) {
                for (int i = 0; i < several.size(); i++) {
                    key[at + i] = several.get(i);
                }
            } else {
                key[at] = id;
            }
        }
    }
}
