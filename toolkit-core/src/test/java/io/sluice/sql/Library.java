package io.sluice.sql;

import static io.sluice.schema.Columns.generated;
import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.BOOLEAN;
import static io.sluice.type.SqlTypes.BYTEA;
import static io.sluice.type.SqlTypes.DATE;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.array;
import static io.sluice.type.SqlTypes.numeric;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Two tables for tests to talk about; public, so that snippets can use them. */
public final class Library {
    public static final Authors AUTHOR = new Authors(TableName.of("author"));
    public static final Books BOOK = new Books(TableName.of("book"));

    private Library() {}

    /** Who wrote books. */
    public static final class Authors extends Table {
        public final Column<Long> id = column("id", BIGINT, primaryKey(), generated());
        public final Column<String> name = column("name", varchar(50), notNull());
        public final Column<LocalDate> born = column("born", DATE);

        private Authors(TableName name) {
            super(name);
        }

        @Override
        public Authors as(String alias) {
            return new Authors(tableName().as(alias));
        }
    }

    /** A column of every kind that matters. */
    public static final class Books extends Table {
        public final Column<Long> id = column("id", BIGINT, primaryKey(), generated());
        public final Column<Long> authorId = column("author_id", references(() -> AUTHOR.id), notNull());
        public final Column<String> title = column("title", TEXT, notNull());
        public final Column<Integer> pages = column("pages", INTEGER);
        public final Column<BigDecimal> price = column("price", numeric(10, 2));
        public final Column<LocalDate> publishedAt = column("published_at", DATE);
        public final Column<Boolean> inPrint = column("in_print", BOOLEAN);
        public final Column<List<String>> tags = column("tags", array(TEXT));
        public final Column<byte[]> cover = column("cover", BYTEA);

        private Books(TableName name) {
            super(name);
        }

        @Override
        public Books as(String alias) {
            return new Books(tableName().as(alias));
        }
    }
}
