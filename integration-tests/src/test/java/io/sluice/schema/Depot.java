package io.sluice.schema;

import static io.sluice.schema.Columns.comment;
import static io.sluice.schema.Columns.computed;
import static io.sluice.schema.Columns.defaultValue;
import static io.sluice.schema.Columns.defaultValueFrom;
import static io.sluice.schema.Columns.generated;
import static io.sluice.schema.Columns.indexed;
import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.onUpdate;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.schema.Columns.serverDefault;
import static io.sluice.schema.Columns.unique;
import static io.sluice.sql.Functions.now;
import static io.sluice.sql.Functions.upper;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.tree.ReferentialAction.CASCADE;
import static io.sluice.sql.tree.ReferentialAction.SET_NULL;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.BOOLEAN;
import static io.sluice.type.SqlTypes.DATE;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TIMESTAMPTZ;
import static io.sluice.type.SqlTypes.UUID_TYPE;
import static io.sluice.type.SqlTypes.enumeration;
import static io.sluice.type.SqlTypes.numeric;
import static io.sluice.type.SqlTypes.varchar;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A model with everything that PostgreSQL, H2 and MariaDB all can say; what only some of them can stands beside it. */
final class Depot {
    /** Quotes, backslashes, what looks like a placeholder, the end of a statement, letters from everywhere. */
    static final String HOSTILE = "it's a \\ \"back`slash\" $1 ?1 ; é 漢 😀 \\' %";

    static final Sequence PART_NUMBERS =
            Sequence.of("part_numbers").startingAt(1000).incrementingBy(5);
    static final Sites SITES = new Sites();
    static final Workers WORKERS = new Workers();
    static final Shelves SHELVES = new Shelves();
    static final Parts PARTS = new Parts();
    static final View BROKEN = View.of(
            "broken_parts",
            select(PARTS.sku, PARTS.label.as("labelled"), SITES.name)
                    .from(PARTS)
                    .join(SITES)
                    .on(PARTS.siteId.eq(SITES.id))
                    .where(PARTS.grade.eq(Grade.BROKEN), PARTS.label.ne(HOSTILE)));

    static final Metadata DEPOT = Metadata.of(BROKEN, PARTS, SHELVES, WORKERS, SITES, PART_NUMBERS);

    private Depot() {}

    /** In a circle with those who work there. */
    static final class Sites extends Table {
        final Column<Long> id = column("id", BIGINT, primaryKey(), generated());
        final Column<String> name = column("name", varchar(40), notNull(), unique(), comment("what it's called"));
        final Column<Long> headId =
                column("head_id", references(() -> WORKERS.id).onDelete(SET_NULL));

        private Sites() {
            super(TableName.of("sites"));
            declare(TableComment.of("where parts are kept; the 'head' may be vacant"));
        }
    }

    static final class Workers extends Table {
        final Column<Long> id = column("id", BIGINT, primaryKey(), generated());
        final Column<Long> siteId = column("site_id", references(() -> SITES.id).named("works_at"), notNull());
        final Column<Long> bossId = column("boss_id", references(() -> WORKERS.id), indexed());
        final Column<Boolean> present = column("present", BOOLEAN, notNull(), serverDefault(true));

        private Workers() {
            super(TableName.of("workers"));
        }
    }

    /** With a key of two columns. */
    static final class Shelves extends Table {
        final Column<Long> siteId = column("site_id", references(() -> SITES.id).onDelete(CASCADE), primaryKey());
        final Column<Integer> number = column("number", INTEGER, primaryKey());
        final Column<String> aisle = column("aisle", varchar(10), notNull());
        final Column<Integer> height = column("height", INTEGER, serverDefault(-1));

        private Shelves() {
            super(TableName.of("shelves"));
            uniqueKey("shelves_in_an_aisle", siteId, aisle, height);
            declare(UniqueKey.of(siteId, aisle, number));
        }
    }

    static final class Parts extends Table {
        final Column<UUID> id = column("id", UUID_TYPE, primaryKey(), defaultValueFrom(UUID::randomUUID));
        final Column<Long> serial = column("serial", BIGINT, notNull(), serverDefault(PART_NUMBERS.next()));
        final Column<String> sku = column("sku", varchar(20), notNull());
        final Column<Long> siteId = column("site_id", BIGINT);
        final Column<Integer> shelf = column("shelf", INTEGER);
        final Column<Grade> grade =
                column("grade", enumeration("grade", Grade.class), notNull(), serverDefault(Grade.FINE));
        final Column<String> label = column("label", varchar(80), notNull(), serverDefault(HOSTILE));
        final Column<BigDecimal> price =
                column("price", numeric(12, 2), notNull(), serverDefault(new BigDecimal("12.50")));
        final Column<Integer> amount = column("amount", INTEGER, notNull(), defaultValue(1));
        final Column<BigDecimal> worth = column("worth", numeric(14, 2), computed(price.times(new BigDecimal("2"))));
        final Column<String> code = column("code", varchar(20), computed(upper(sku)));
        final Column<LocalDate> madeOn = column("made_on", DATE, serverDefault(LocalDate.of(2024, 2, 29)));
        final Column<Instant> createdAt = column("created_at", TIMESTAMPTZ, notNull(), serverDefault(now()));
        final Column<Instant> changedAt = column("changed_at", TIMESTAMPTZ, onUpdate(now()));

        private Parts() {
            super(TableName.of("parts"));
            declare(ForeignKey.of(siteId, shelf)
                    .references(() -> List.of(SHELVES.siteId, SHELVES.number))
                    .onDelete(CASCADE)
                    .onUpdate(CASCADE));
            check("price_not_negative", price.ge(new BigDecimal("0")));
            declare(Check.of(sku.ne(HOSTILE).or(amount.in(List.of(1, 2, 3)))));
            index("ix_parts_newest", siteId, createdAt.desc());
            declare(Index.on(sku).unique().named("ux_parts_sku"));
        }
    }
}
