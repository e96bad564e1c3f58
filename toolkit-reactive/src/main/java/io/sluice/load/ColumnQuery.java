package io.sluice.load;

import io.sluice.mapping.Attribute;
import io.sluice.mapping.EntityTable;
import io.sluice.mapping.Ids;
import io.sluice.mapping.Mapper;
import io.sluice.schema.Column;
import io.sluice.sql.Row;
import io.sluice.sql.Select;
import io.sluice.sql.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads a column that was left out, for entities that are there. */
final class ColumnQuery {
    private final Attribute<Object> attribute;
    private final EntityTable<Object, Object> table;
    private final List<Column<?>> key;
    private final int mostIds;

    ColumnQuery(Attribute<Object> attribute, int mostValues) {
        this.attribute = attribute;
        this.table = LoadTree.untyped(attribute.entity());
        this.key = table.primaryKeyColumns();
        this.mostIds = Math.max(1, mostValues / key.size());
    }

    Mono<Void> fill(List<Object> entities, Reads reads) {
        Mapper<Object, Object> mapper = table.mapper();
        Map<Object, Object> wanting = new HashMap<>();
        for (Object entity : entities) {
            Object id = table.entityClass().isInstance(entity) && !mapper.isLoaded(entity, attribute)
                    ? mapper.id(entity)
                    : null;
            if (id != null) {
                wanting.put(id, entity);
            }
        }
        return Flux.fromIterable(wanting.keySet())
                .buffer(mostIds)
                .concatMap(ids -> reads.list(values(ids)), 1)
                .doOnNext(rows -> rows.forEach(row -> {
                    Object id = idIn(row);
                    Object entity = id == null ? null : wanting.get(id);
                    if (entity != null) {
                        mapper.fillIfAbsent(entity, attribute, row.get(key.size()));
                    }
                }))
                .then();
    }

    private Select<Row> values(List<Object> ids) {
        List<Column<?>> columns = new ArrayList<>(key);
        columns.addAll(attribute.columns());
        return Sql.select(columns).from(table).where(TargetQuery.isOneOf(key, ids));
    }

    @SuppressWarnings("NullAway") // it cannot see through the module's class files that a row may hold nulls
    private @Nullable Object idIn(Row row) {
        @Nullable Object[] values = new @Nullable Object[key.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(i);
        }
        return Ids.in(values, 0, IntStream.range(0, values.length).toArray());
    }
}
