package io.sluice.dialect.h2;

import static io.sluice.dialect.h2.Items.ITEMS;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;

/** What items are made of; its schema is not the usual one. */
final class Parts extends Table {
    static final Parts PARTS = new Parts(TableName.of("store", "parts"));

    final Column<Long> id = column("id", BIGINT, primaryKey());
    final Column<Long> itemId = column("item_id", references(() -> ITEMS.id));
    final Column<Integer> amount = column("amount", INTEGER);

    private Parts(TableName name) {
        super(name);
    }
}
