package io.sluice.session;

import static io.sluice.edge.Boss_.BOSS;
import static io.sluice.edge.Garage_.GARAGE;
import static io.sluice.edge.Spot_.SPOT;
import static io.sluice.edge.Truck_.TRUCK;
import static io.sluice.edge.Vehicle_.VEHICLE;
import static io.sluice.edge.Web_.WEB;
import static io.sluice.edge.Worker_.WORKER;
import static io.sluice.edge.Yard_.YARD;
import static io.sluice.library.Author_.AUTHOR;
import static io.sluice.library.Book_.BOOK;
import static io.sluice.library.Tag_.TAG;
import static io.sluice.mapping.Loads.columns;
import static io.sluice.mapping.Loads.contained;
import static io.sluice.mapping.Loads.joined;
import static io.sluice.mapping.Loads.selectIn;
import static io.sluice.mapping.Loads.subquery;
import static io.sluice.session.Window.window;
import static io.sluice.sql.Sql.multiset;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.sluice.edge.Boss;
import io.sluice.edge.Boss_;
import io.sluice.edge.Garage;
import io.sluice.edge.LongNamedPaymentTransactionRecordOfTheShopCard_;
import io.sluice.edge.LongNamedPaymentTransactionRecordOfTheShopCash_;
import io.sluice.edge.LongNamedPaymentTransactionRecordOfTheShop_;
import io.sluice.edge.Truck;
import io.sluice.edge.Truck_;
import io.sluice.edge.Vehicle;
import io.sluice.edge.Worker;
import io.sluice.edge.Worker_;
import io.sluice.edge.Yard;
import io.sluice.engine.Page;
import io.sluice.library.Author;
import io.sluice.library.Book;
import io.sluice.mapping.Load;
import io.sluice.schema.Metadata;
import io.sluice.sql.Row;
import io.sluice.sql.Select;
import io.sluice.sql.StatementException;
import io.sluice.type.SqlTypes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Queries and loads at the edges of what they can say. */
class LoadingEdgesIT extends OnEdges {

    private static int depth(Worker worker) {
        int n = 0;
        for (Worker at = worker; at.friends.isLoaded() && !at.friends.isEmpty(); at = at.friends.get(0)) {
            n++;
        }
        return n;
    }

    @Test
    void streamsWholeResultsBesideAJoinedCollection() {
        List<String> rows = in(session -> session.stream(
                        select(AUTHOR, BOOK.title)
                                .from(AUTHOR)
                                .join(AUTHOR.books)
                                .load(joined(AUTHOR.books)),
                        window(1))
                .map(row -> row.get(BOOK.title) + ", " + row.get(AUTHOR).books.size())
                .collectList());
        assertThat(rows)
                .containsExactlyInAnyOrder(
                        "book 1 of 2, 1",
                        "book 1 of 3, 2",
                        "book 2 of 3, 2",
                        "book 1 of 4, 3",
                        "book 2 of 4, 3",
                        "book 3 of 4, 3");
    }

    @Test
    void keepsResultsWholeBetweenWindows() {
        sql("INSERT INTO author (id, name) SELECT 1000 + i, 'a' || i FROM generate_series(1, 3000) i");
        sql("INSERT INTO book (id, title, version, author_id)"
                + " SELECT 100000 + i, 't', 0, 1000 + (i % 3000) + 1 FROM generate_series(0, 5999) i");
        List<Integer> sizes = in(session -> session.execute(select(AUTHOR, BOOK.id)
                        .from(AUTHOR)
                        .join(AUTHOR.books)
                        .where(AUTHOR.id.gt(1000L))
                        .load(joined(AUTHOR.books)))
                .all()
                .map(row -> row.get(AUTHOR).books.size())
                .collectList());
        assertThat(sizes).hasSize(6000).containsOnly(2);
    }

    @Test
    void asksByKeyWhereARepeatedQueryFoundOthers() {
        for (int i = 0; i < 20; i++) {
            Author author = in(session -> session.execute(select(AUTHOR)
                            .where(AUTHOR.id.ne(1L))
                            .orderBy(template("random()", SqlTypes.DOUBLE))
                            .limit(1)
                            .load(subquery(AUTHOR.books)))
                    .list()
                    .map(found -> found.get(0)));
            assertThat(author.books.size()).isEqualTo((int) number(author.id) - 1);
        }
    }

    @Test
    void hearsAllThatIsSaidOfARelation() {
        sql("INSERT INTO worker (id, name, kind) SELECT i, 'w' || i, 'worker' FROM generate_series(1, 6) i");
        sql("INSERT INTO worker_friend (worker_id, friends_id) SELECT i, i + 1 FROM generate_series(1, 5) i");
        Worker first = in(session -> session.execute(select(WORKER)
                        .where(WORKER.id.eq(1L))
                        .load(
                                selectIn(WORKER.friends).selectIn(WORKER.badge),
                                selectIn(WORKER.friends).recursive(4)))
                .one());
        assertThat(depth(first)).isEqualTo(4);
    }

    @Test
    void loadsForManyOwnersWithKeysOfTwoColumns() {
        sql("INSERT INTO spot (x, y, name) SELECT i, 1, 's' FROM generate_series(1, 40000) i");
        sql("INSERT INTO mark (id, spot_x, spot_y) SELECT i, i, 1 FROM generate_series(1, 40000) i");
        int marks = in(session -> session.execute(select(SPOT).load(selectIn(SPOT.marks)))
                .list()
                .map(spots -> spots.stream().mapToInt(spot -> spot.marks.size()).sum()));
        assertThat(marks).isEqualTo(40_000);
    }

    @Test
    void loadsManyTargetsWithAJoinBelow() {
        sql("INSERT INTO author (id, name) VALUES (1000, 'big')");
        sql(
                "INSERT INTO book (id, title, version, author_id) SELECT 100000 + i, 'b' || i, 0, 1000 FROM generate_series(1, 40000) i");
        Author author = assertTimeout(
                Duration.ofSeconds(6),
                () -> in(session ->
                        session.get(AUTHOR, 1000L, selectIn(AUTHOR.books).joined(BOOK.tags))));
        assertThat(author.books.size()).isEqualTo(40_000);
    }

    @Test
    void loadsOneKindByAKeyThatItInherits() {
        sql("INSERT INTO yard (id) VALUES (1), (2)");
        sql(
                "INSERT INTO vehicle (id, name, kind, yard_id) VALUES (1, 'a', 'Truck', 1), (2, 'b', 'Truck', 1), (3, 'c', 'Truck', NULL)");
        sql("INSERT INTO truck (id, tons, cargo) VALUES (1, 5, 'sand'), (2, 6, ''), (3, 7, '')");
        for (Load<Yard, Truck> load : List.of(selectIn(YARD.trucks), joined(YARD.trucks), subquery(YARD.trucks))) {
            List<Yard> yards = in(session ->
                    session.execute(select(YARD).orderBy(YARD.id).load(load)).list());
            assertThat(yards.get(0).trucks.stream().map(truck -> truck.tons))
                    .as(load.toString())
                    .containsExactly(6, 5);
            assertThat(yards.get(1).trucks.isEmpty()).isTrue();
            assertThat(yards.get(0).trucks.get(0).yard.get()).isSameAs(yards.get(0));
        }
        Select<Truck> ofYards = select(TRUCK).join(YARD).on(YARD.id.eq(TRUCK.yardId));
        List<Truck> trucks = in(session -> session.execute(ofYards).list());
        assertThat(trucks).hasSize(2);
        List<Yard> busy =
                in(session -> session.execute(select(YARD).join(YARD.trucks).where(TRUCK.tons.gt(5)))
                        .list());
        assertThat(busy).hasSize(1);
    }

    @Test
    void takesKindsOfSeveralTablesOutOfAQuery() {
        sql("INSERT INTO garage (id) VALUES (1), (2)");
        sql("INSERT INTO vehicle (id, name, kind, garage_id) VALUES (1, 'a', 'Truck', 1), (2, 'b', 'Truck', 1)");
        sql("INSERT INTO truck (id, tons, cargo) VALUES (1, 5, 'sand'), (2, 6, '')");
        List<Garage> garages = in(session -> session.execute(select(GARAGE)
                        .leftJoin(GARAGE.vehicles)
                        .orderBy(GARAGE.id, VEHICLE.id)
                        .load(contained(GARAGE.vehicles)))
                .list());
        assertThat(garages.get(0).vehicles.stream().map(vehicle -> ((Truck) vehicle).tons))
                .containsExactly(5, 6);
        assertThat(garages.get(1).vehicles.isEmpty()).isTrue();
        assertThat(garages).hasSize(2);
    }

    @Test
    void namesAKindInAQueryForAll() {
        sql("INSERT INTO vehicle (id, name, kind) VALUES (1, 'a', 'Truck'), (2, 'b', 'Truck')");
        sql("INSERT INTO truck (id, tons, cargo) VALUES (1, 5, 'sand'), (2, 6, '')");
        Truck_ truck = VEHICLE.kind(TRUCK);
        List<Vehicle> heavy = in(session -> session.execute(
                        select(VEHICLE).where(truck.tons.gt(5)).orderBy(truck.tons))
                .list());
        assertThat(heavy).extracting(vehicle -> vehicle.name).containsExactly("b");
        assertThatThrownBy(() -> WORKER.kind(Boss_.BOSS).kind(Boss_.BOSS))
                .isInstanceOf(StatementException.class)
                .hasMessage("kind(Boss): it does not inherit from Boss");
    }

    @Test
    void readsAnInheritedColumnThatIsLeftOut() {
        sql("INSERT INTO vehicle (id, name, kind, manual) VALUES (1, 'v1', 'Truck', 'manual 1')");
        sql("INSERT INTO truck (id, tons, cargo) VALUES (1, 5, 'sand')");
        Truck truck = in(session -> session.execute(select(TRUCK).load(columns(TRUCK, TRUCK.manual)))
                .one());
        assertThat(truck.manual.get()).isEqualTo("manual 1");
    }

    @Test
    void readsAColumnThatIsLeftOutByTheNameItHasAbove() {
        sql("INSERT INTO vehicle (id, name, kind, manual) VALUES (1, 'v1', 'Truck', 'manual 1')");
        sql("INSERT INTO truck (id, tons, cargo) VALUES (1, 5, 'sand')");
        Truck truck = in(session -> session.execute(select(TRUCK).load(columns(VEHICLE, VEHICLE.manual)))
                .one());
        assertThat(truck.manual.get()).isEqualTo("manual 1");
    }

    @Test
    void readsAColumnThatIsLeftOutForAUnion() {
        List<Book> books = in(session -> session.execute(select(BOOK)
                        .where(BOOK.id.eq(21L))
                        .load(columns(BOOK, BOOK.summary))
                        .union(select(BOOK).where(BOOK.id.eq(31L))))
                .list());
        assertThat(books.get(0).summary.isLoaded()).isTrue();
    }

    @Test
    void readsAColumnThatIsLeftOutForAUnionWithAJoin() {
        List<Book> books = in(session -> session.execute(select(BOOK)
                        .where(BOOK.id.eq(21L))
                        .load(columns(BOOK, BOOK.summary), joined(BOOK.author))
                        .union(select(BOOK).where(BOOK.id.eq(31L))))
                .list());
        assertThat(books.get(0).summary.isLoaded()).isTrue();
    }

    @Test
    void readsANestedCollectionBesideAJoinedOne() {
        List<Row> rows = in(session -> session.execute(
                        select(BOOK, multiset(select(TAG.name).from(TAG)))
                                .from(BOOK)
                                .where(BOOK.id.eq(43L))
                                .load(joined(BOOK.tags)))
                .list());
        assertThat(rows).hasSize(1);
    }

    @Test
    void countsAPageOfWhatIsDistinct() {
        Page<Book> page = in(session -> session.execute(
                        select(BOOK).distinct().orderBy(BOOK.id).limit(2).load(joined(BOOK.author)))
                .page());
        assertThat(page.total()).isEqualTo(7);
    }

    @Test
    void locksAHierarchyOfSeveralTables() {
        assertThatCode(() -> in(
                        session -> session.execute(select(VEHICLE).forUpdate()).list()))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesEntitiesInANestedCollection() {
        var nested = multiset(select(BOOK).from(BOOK).where(BOOK.authorId.eq(AUTHOR.id)));
        Select<Row> both = select(AUTHOR, nested).from(AUTHOR).where(AUTHOR.id.eq(2L));
        assertThatThrownBy(() -> in(session -> session.execute(both).list()))
                .isInstanceOf(StatementException.class)
                .hasMessageStartingWith(
                        "multiset(…): entities in it would be no objects of this session; nest columns or a record, or load the relation: SELECT");
        Row row = engine.execute(both).one().blockOptional(SOON).orElseThrow();
        assertThat(row.get(nested)).extracting(book -> book.title).containsExactly("book 1 of 2");
    }

    @Test
    void holdsATargetOnceThoughItsPairIsThereTwice() {
        sql("INSERT INTO worker (id, name, kind) SELECT i, 'w' || i, 'worker' FROM generate_series(1, 2) i");
        dropConstraints("worker_friend", 'p');
        sql("INSERT INTO worker_friend (worker_id, friends_id) VALUES (1, 2), (1, 2)");
        Worker byIn = in(session -> session.get(WORKER, 1L, selectIn(WORKER.friends)));
        assertThat(byIn.friends.size()).isEqualTo(1);
    }

    @Test
    void takesWhatAQueryContainsOfASubclass() {
        sql("INSERT INTO worker (id, name, kind, assistant_id) VALUES (1, 'w', 'worker', NULL), (2, 'b', 'boss', 1)");
        Worker_ x = WORKER.as("x");
        List<Worker> workers = in(session -> session.execute(select(WORKER)
                        .leftJoin(BOSS.assistant.to(x))
                        .orderBy(WORKER.id)
                        .load(contained(BOSS.assistant, x)))
                .list());
        assertThat(((Boss) workers.get(1)).assistant.get()).isSameAs(workers.get(0));
    }

    @Test
    void doesNotFollowAKindThroughAllItsOwnRelations() {
        sql("INSERT INTO web (id) SELECT i FROM generate_series(1, 20000) i");
        sql(
                "UPDATE web SET a_id = (id * 3) % 20000 + 1, b_id = (id * 7) % 20000 + 1, c_id = (id * 11) % 20000 + 1, d_id = (id * 13) % 20000 + 1, e_id = (id * 17) % 20000 + 1");
        statements.clear();
        in(session -> session.get(WEB, 1L));
        assertThat(sent()).hasSize(6);
    }

    @Test
    void namesLongTablesOfAHierarchy() {
        var all = LongNamedPaymentTransactionRecordOfTheShop_.LONG_NAMED_PAYMENT_TRANSACTION_RECORD_OF_THE_SHOP;
        run(Metadata.of(
                        all,
                        LongNamedPaymentTransactionRecordOfTheShopCard_
                                .LONG_NAMED_PAYMENT_TRANSACTION_RECORD_OF_THE_SHOP_CARD,
                        LongNamedPaymentTransactionRecordOfTheShopCash_
                                .LONG_NAMED_PAYMENT_TRANSACTION_RECORD_OF_THE_SHOP_CASH)
                .createAll());
        List<?> none = in(session -> session.execute(select(all)).list());
        assertThat(none).isEmpty();
    }

    @Test
    void refusesLoadsOfTheSecondOfAUnion() {
        assertThatThrownBy(() -> select(AUTHOR)
                        .where(AUTHOR.id.eq(2L))
                        .union(select(AUTHOR).where(AUTHOR.id.eq(3L)).load(selectIn(AUTHOR.books))))
                .isInstanceOf(StatementException.class)
                .hasMessage(
                        "union: load(selectIn(AUTHOR.books)) stands in a query that is not the first; say it of the first, it concerns all rows");
    }
}
