package io.sluice.mapping;

import io.sluice.schema.Column;
import io.sluice.schema.ColumnDefinition;
import io.sluice.schema.Columns;
import io.sluice.schema.ForeignKey;
import io.sluice.schema.PrimaryKey;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The table between two entities, made when it is first needed: the types of its columns are those of the two keys. */
final class JoinTable {
    private final TableName name;
    private final List<String> here;
    private final List<String> there;
    private final Supplier<? extends EntityTable<?, ?>> owner;
    private final Supplier<? extends EntityTable<?, ?>> target;
    private @Nullable Table table;

    JoinTable(
            TableName name,
            List<String> here,
            List<String> there,
            Supplier<? extends EntityTable<?, ?>> owner,
            Supplier<? extends EntityTable<?, ?>> target) {
        this.name = name;
        this.here = here;
        this.there = there;
        this.owner = owner;
        this.target = target;
    }

    /** Threads that race make the same; which of them stays does not matter, because tables are told apart by name. */
    Table table() {
        Table known = table;
        if (known == null) {
            known = made();
            table = known;
        }
        return known;
    }

    List<String> here() {
        return here;
    }

    List<String> there() {
        return there;
    }

    private Table made() {
        List<ColumnDefinition<?>> definitions = new ArrayList<>();
        addColumns(definitions, here, owner.get());
        addColumns(definitions, there, target.get());
        Table bare = Table.named(name, definitions.toArray(ColumnDefinition<?>[]::new));
        List<Column<?>> columns = bare.columns();
        List<Column<?>> mine = columns.subList(0, here.size());
        List<Column<?>> theirs = columns.subList(here.size(), columns.size());
        return bare.with(key(mine, owner), key(theirs, target), PrimaryKey.of(columns.toArray(Column<?>[]::new)));
    }

    private static void addColumns(List<ColumnDefinition<?>> columns, List<String> names, EntityTable<?, ?> referred) {
        List<Column<?>> key = referred.primaryKeyColumns();
        for (int i = 0; i < names.size(); i++) {
            columns.add(Columns.column(names.get(i), key.get(i).type(), Columns.notNull()));
        }
    }

    private static ForeignKey key(List<Column<?>> columns, Supplier<? extends EntityTable<?, ?>> referred) {
        return ForeignKey.of(columns.toArray(Column<?>[]::new))
                .references(() -> referred.get().primaryKeyColumns());
    }
}
