package io.sluice.engine;

import static io.sluice.engine.SchemasIT.Items.ITEMS;
import static io.sluice.engine.SchemasIT.Tags.TAGS;
import static io.sluice.schema.Columns.generated;
import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.schema.Columns.unique;
import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Sql.cell;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.exists;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.scalar;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.with;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.schema.Column;
import io.sluice.schema.Metadata;
import io.sluice.schema.Schema;
import io.sluice.schema.Sequence;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import io.sluice.sql.Command;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

/** The same statements on copies of the same tables, in schemas that the statements do not name. */
@Timeout(60)
class SchemasIT {
    private static final Sequence NUMBERS = Sequence.of("numbers");
    private static final Metadata MODEL = Metadata.of(ITEMS, TAGS, NUMBERS);

    static final class Items extends Table {
        static final Items ITEMS = new Items(TableName.of("items"));

        final Column<Long> id = column("id", BIGINT, primaryKey(), generated());
        final Column<String> name = column("name", varchar(20), notNull(), unique());
        final Column<Integer> stock = column("stock", INTEGER, notNull());

        private Items(TableName name) {
            super(name);
            check("stock_is_there", stock.ge(0));
            index("ix_items_stock", stock);
        }

        @Override
        public Items as(String alias) {
            return new Items(tableName().as(alias));
        }
    }

    /** In a schema of its own, which is said to be another one. */
    static final class Tags extends Table {
        static final Tags TAGS = new Tags();

        final Column<Long> id = column("id", BIGINT, primaryKey());
        final Column<Long> itemId = column("item_id", references(() -> ITEMS.id), notNull());

        private Tags() {
            super(TableName.of("shared", "tags"));
        }
    }

    @Nested
    class OnPostgresql extends Schemas {
        OnPostgresql() {
            super(TestServer.POSTGRESQL);
        }

        @Test
        void drawsKeysAndNumbersThere() {
            var rows = insertInto(ITEMS)
                    .each(List.of("x", "y"), cell(ITEMS.name, name -> name), cell(ITEMS.stock, name -> 1))
                    .keyFrom(ITEMS.id)
                    .returning(ITEMS.id);
            assertThat(now(second.execute(rows).list())).hasSize(2);
            assertThat(now(second.execute(select(NUMBERS.next())).one())).isEqualTo(1);
            assertThat(now(second.execute(select(NUMBERS.next())).one())).isEqualTo(2);
            assertThat(now(first.execute(select(NUMBERS.next())).one())).isEqualTo(1);
        }

        @Test
        void streamsFromThere() {
            List<String> names = now(second.streamInTransaction(
                            tx -> tx.execute(select(ITEMS.name).from(ITEMS)).all())
                    .collectList());
            assertThat(names).containsExactly("two", "three");
        }
    }

    @Nested
    class OnH2 extends Schemas {
        OnH2() {
            super(TestServer.H2);
        }
    }

    @Nested
    class OnMariadb extends Schemas {
        OnMariadb() {
            super(TestServer.MARIADB);
        }
    }

    abstract static class Schemas {
        private final TestDatabase database;
        private final Engine engine;
        private final String suffix;
        final Engine first;
        final Engine second;

        Schemas(TestServer server) {
            database = server.database();
            engine = Engine.create(
                    database.url(), options -> options.metadata(MODEL).poolSize(2));
            suffix = "_" + Long.toString(System.nanoTime(), 36);
            first = tenant("tenant_1" + suffix);
            second = tenant("tenant_2" + suffix);
        }

        private Engine tenant(String schema) {
            return engine.with(options -> options.defaultSchema(schema).schema("shared", schema));
        }

        @BeforeEach
        void create() {
            for (String tenant : List.of("tenant_1" + suffix, "tenant_2" + suffix)) {
                run(engine, Schema.of(tenant).create());
                run(tenant(tenant), MODEL.createAll());
                run(tenant(tenant), MODEL.createAll());
            }
            run(first, insertInto(ITEMS).values(ITEMS.name.to("one"), ITEMS.stock.to(1)));
            run(
                    second,
                    insertInto(ITEMS)
                            .values(ITEMS.name.to("two"), ITEMS.stock.to(2))
                            .values(ITEMS.name.to("three"), ITEMS.stock.to(3)));
        }

        @AfterEach
        void drop() {
            for (String tenant : List.of("tenant_1" + suffix, "tenant_2" + suffix)) {
                run(tenant(tenant), MODEL.dropAll());
                run(engine, Schema.of(tenant).dropWithContents());
            }
            engine.close().block(OnDatabase.SOON);
            database.close();
        }

        private static void run(Engine engine, Command command) {
            engine.execute(command).done().block(OnDatabase.SOON);
        }

        static <T> T now(Mono<T> mono) {
            return mono.blockOptional(OnDatabase.SOON).orElseThrow();
        }

        @Test
        void readsWhatIsThere() {
            var other = ITEMS.as("other");
            var many = select(ITEMS.name).from(ITEMS).where(ITEMS.stock.gt(2)).asCte("many");
            var names = select(ITEMS.name).from(ITEMS).orderBy(ITEMS.id);

            assertThat(now(first.execute(names).list())).containsExactly("one");
            assertThat(now(second.execute(names).list())).containsExactly("two", "three");
            assertThat(now(first.execute(names).list())).containsExactly("one");
            assertThat(now(second.execute(
                                    with(many).select(many.column(ITEMS.name)).from(many))
                            .list()))
                    .containsExactly("three");
            assertThat(now(second.execute(select(
                                            ITEMS.name, scalar(select(count()).from(other)))
                                    .from(ITEMS)
                                    .where(exists(select(other.id).from(other).where(other.stock.gt(ITEMS.stock)))))
                            .list()))
                    .singleElement()
                    .satisfies(row -> assertThat(row.get(1)).isEqualTo(2L));
            assertThat(now(second.execute(names).count())).isEqualTo(2);
        }

        @Test
        void changesWhatIsThere() {
            var more = update(ITEMS).set(ITEMS.stock.to(ITEMS.stock.plus(10))).where(ITEMS.stock.lt(3));

            assertThat(now(second.execute(more).rowCount())).isEqualTo(1);
            List<Integer> left =
                    now(second.inTransaction(tx -> tx.execute(deleteFrom(ITEMS).where(ITEMS.name.eq("three")))
                            .rowCount()
                            .then(tx.execute(select(ITEMS.stock).from(ITEMS)).list())));
            assertThat(left).containsExactly(12);
            assertThat(now(first.execute(select(ITEMS.stock).from(ITEMS)).list()))
                    .containsExactly(1);
        }

        @Test
        void refersToTheTablesThere() {
            Long item = now(second.execute(select(ITEMS.id).from(ITEMS).where(ITEMS.name.eq("two")))
                    .one());
            run(second, insertInto(TAGS).values(TAGS.id.to(1L), TAGS.itemId.to(item)));
            var joined = select(ITEMS.name, TAGS.id).from(TAGS).join(ITEMS);

            assertThat(now(second.execute(joined).list())).hasSize(1);
            assertThat(now(first.execute(joined).list())).isEmpty();
            Throwable error = ErrorsIT.Failures.errorOf(
                    first.execute(insertInto(TAGS).values(TAGS.id.to(1L), TAGS.itemId.to(99L)))
                            .rowCount());
            assertThat(error)
                    .isInstanceOfSatisfying(
                            ForeignKeyViolationException.class,
                            violation -> assertThat(
                                            violation.declared().orElseThrow().declaration())
                                    .isSameAs(TAGS.itemId));
        }

        @Test
        void leavesNothingBehindOnTheConnection() {
            now(second.execute(select(ITEMS.name).from(ITEMS)).list());

            Stream.generate(() -> engine.execute(select(ITEMS.name).from(ITEMS)).list())
                    .limit(4)
                    .forEach(unnamed -> assertThat(ErrorsIT.Failures.errorOf(unnamed))
                            .isInstanceOf(UndefinedObjectException.class));
        }
    }
}
