package io.sluice.mapping;

import io.sluice.sql.NullResultException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How entities of one class are made of rows: where each attribute and each foreign key stands, found once. */
final class EntityPlan<E> {
    private final EntityTable<E, ?> entity;
    private final List<Reading<E>> readings;
    private final List<Attribute<E>> deferred;
    private final List<KeyReading<E, ?>> keys;
    private final List<Relation<E, ?>> others;

    private record Reading<E>(Attribute<E> attribute, int at, boolean isRequired) {}

    /** A foreign key of this side: single, or the places of its columns. */
    private static final class KeyReading<E, T> {
        private final ToOneRelation<E, T> relation;
        private final int[] at;

        KeyReading(ToOneRelation<E, T> relation, int[] at) {
            this.relation = relation;
            this.at = at;
        }

        void read(E owner, @Nullable Object[] row, int offset) {
            if (at.length == 1) {
                boolean isNone = row[offset + at[0]] == null;
                relation.unload(owner, isNone ? null : relation.target().key(row, offset + at[0]));
                return;
            }
            @Nullable Object[] values = new @Nullable Object[at.length];
            for (int i = 0; i < at.length; i++) {
                values[i] = row[offset + at[i]];
                if (values[i] == null) {
                    relation.unload(owner, null);
                    return;
                }
            }
            relation.unload(owner, relation.target().key(values, 0));
        }
    }

    EntityPlan(EntityTable<E, ?> entity, Slice slice) {
        this.entity = entity.base();
        readings = new ArrayList<>();
        deferred = new ArrayList<>();
        keys = new ArrayList<>();
        others = new ArrayList<>();
        for (Attribute<E> attribute : this.entity.attributes()) {
            if (attribute.role() == Attribute.Role.DEFERRED) {
                deferred.add(attribute);
            } else {
                boolean isRequired =
                        !attribute.isNullable() && attribute.columns().size() == 1;
                readings.add(new Reading<>(attribute, slice.placeOf(attribute), isRequired));
            }
        }
        for (Relation<E, ?> relation : this.entity.relations()) {
            if (relation instanceof ToOneRelation<E, ?> one && one.hasForeignKey()) {
                keys.add(new KeyReading<>(one, slice.placesOf(one)));
            } else {
                others.add(relation);
            }
        }
    }

    E read(@Nullable Object[] row, int offset) {
        E made = entity.instantiate();
        for (int i = 0; i < readings.size(); i++) {
            Reading<E> reading = readings.get(i);
            int at = offset + reading.at();
            if (row[at] == null && reading.isRequired()) {
                throw nullFor(reading.attribute());
            }
            entity.set(made, reading.attribute().index(), row, at);
        }
        for (int i = 0; i < keys.size(); i++) {
            keys.get(i).read(made, row, offset);
        }
        for (int i = 0; i < others.size(); i++) {
            others.get(i).unload(made);
        }
        for (int i = 0; i < deferred.size(); i++) {
            Attribute<E> attribute = deferred.get(i);
            Deferred<?> holder = entity.mapper().holder(made, attribute);
            holder.bind(made, attribute);
            holder.unload();
        }
        entity.loaded(made);
        return made;
    }

    private static NullResultException nullFor(Attribute<?> attribute) {
        return new NullResultException(
                "%s is NULL in the database, and the field may not be; mark it @Nullable, or mend the row"
                        .formatted(attribute));
    }
}
