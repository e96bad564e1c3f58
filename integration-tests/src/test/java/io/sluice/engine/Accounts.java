package io.sluice.engine;

import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.type.SqlTypes.INTEGER;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import io.sluice.test.database.Template;

/** A thousand accounts of 100 each: what transactions are tried on. */
final class Accounts extends Table {
    static final Accounts ACCOUNTS = new Accounts();
    static final int COUNT = 1_000;

    /** In words that all databases share. */
    static final Template TEMPLATE = Template.of(
            "CREATE TABLE account (id INTEGER NOT NULL PRIMARY KEY, balance INTEGER NOT NULL CHECK (balance >= 0))",
            "INSERT INTO account (id, balance) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                    + COUNT + ") SELECT i, 100 FROM n");

    final Column<Integer> id = column("id", INTEGER, primaryKey());
    final Column<Integer> balance = column("balance", INTEGER, notNull());

    private Accounts() {
        super(TableName.of("account"));
    }
}
