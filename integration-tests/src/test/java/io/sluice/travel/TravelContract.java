package io.sluice.travel;

import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.travel.Guest_.GUEST;
import static io.sluice.travel.Guest_LongStay_.LONG_STAY;
import static io.sluice.travel.Guest_Profile_.PROFILE;
import static io.sluice.travel.Guest_RichProfile_.RICH_PROFILE;
import static io.sluice.travel.Guest_Stay_.STAY;
import static io.sluice.travel.Place_.PLACE;
import static io.sluice.travel.Place_Photo_.PHOTO;
import static io.sluice.travel.Place_Trip_.TRIP;
import static io.sluice.travel.Ticket_.TICKET;
import static io.sluice.travel.Ticket_Reserved_.RESERVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.CheckViolationException;
import io.sluice.engine.Engine;
import io.sluice.engine.ForeignKeyViolationException;
import io.sluice.engine.UniqueViolationException;
import io.sluice.mapping.Loads;
import io.sluice.mapping.UnfitRowException;
import io.sluice.schema.Metadata;
import io.sluice.session.AsyncSession;
import io.sluice.session.AsyncSessionFactory;
import io.sluice.sql.Command;
import io.sluice.sql.Query;
import io.sluice.sql.Sql;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

/** What is declared of keys and kinds holds in the database, and is what reading goes by. */
@Timeout(60)
abstract class TravelContract {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Metadata TRAVEL =
            Metadata.of(PLACE, TRIP, PHOTO, GUEST, PROFILE, RICH_PROFILE, STAY, LONG_STAY, TICKET, RESERVED);

    private final TestServer server;
    private TestDatabase database;
    private Engine engine;
    private AsyncSessionFactory sessions;

    TravelContract(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        database = server.database();
        engine = Engine.create(database.url());
        sessions = AsyncSessionFactory.of(engine, TRAVEL);
        run(TRAVEL.createAll());
        addPlace(1, 2, "here");
        addPlace(2, 1, "there");
        run(insertInto(GUEST).values(GUEST.id.to(1L)));
        run(insertInto(GUEST).values(GUEST.id.to(2L)));
    }

    private void addPlace(long x, long y, String name) {
        run(insertInto(PLACE).values(PLACE.at.x.to(x), PLACE.at.y.to(y), PLACE.name.to(name)));
    }

    @Test
    void columnsOfATableBetweenReferToWhatTheyName() {
        run(insertInto(TRIP).values(TRIP.id.to(1L)));
        run(Sql.text("INSERT INTO trip_place (trip_id, place_x, place_y) VALUES (1, 1, 2)"));
        Place.Trip trip = one(select(TRIP).load(Loads.selectIn(TRIP.places)));
        assertThat(trip.places).extracting(place -> place.name).containsExactly("here");
        assertThatThrownBy(() -> run(Sql.text("INSERT INTO trip_place (trip_id, place_x, place_y) VALUES (1, 1, 3)")))
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    @Test
    void aPartOfAKeyRefersToAKeyOfSeveralColumns() {
        run(insertInto(PHOTO).values(PHOTO.id.place.x.to(2L), PHOTO.id.place.y.to(1L), PHOTO.id.number.to(1)));
        Place.Photo photo = one(select(PHOTO).load(Loads.joined(PHOTO.place)));
        assertThat(photo.place.get().name).isEqualTo("there");
        assertThatThrownBy(() -> run(insertInto(PHOTO)
                        .values(PHOTO.id.place.x.to(2L), PHOTO.id.place.y.to(3L), PHOTO.id.number.to(1))))
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    @Test
    void aKindAddsToWhatHasTheKeyOfAnother() {
        run(insertInto(PROFILE)
                .values(PROFILE.guestId.to(1L), PROFILE.name.to("Ada"), PROFILE.dtype.to("RichProfile")));
        run(insertInto(RICH_PROFILE).values(RICH_PROFILE.guestId.to(1L), RICH_PROFILE.picture.to("cat")));
        assertThat(one(select(PROFILE)))
                .isInstanceOfSatisfying(
                        Guest.RichProfile.class,
                        profile -> assertThat(profile.picture).isEqualTo("cat"));
        assertThat(one(select(RICH_PROFILE)).name).isEqualTo("Ada");
        assertThat(one(select(RICH_PROFILE)).guest.key()).isEqualTo(1L);
        assertThatThrownBy(() -> run(
                        insertInto(RICH_PROFILE).values(RICH_PROFILE.guestId.to(2L), RICH_PROFILE.picture.to("dog"))))
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    @Test
    void aKindAddsToWhatHasTheKeyOfAnotherInItsKey() {
        run(insertInto(STAY).values(STAY.guestId.to(1L), STAY.number.to(2L), STAY.dtype.to("LongStay")));
        run(insertInto(LONG_STAY).values(LONG_STAY.guestId.to(1L), LONG_STAY.number.to(2L), LONG_STAY.weeks.to(3)));
        run(insertInto(STAY).values(STAY.guestId.to(2L), STAY.number.to(2L), STAY.dtype.to("Stay")));
        assertThat(list(select(LONG_STAY))).extracting(stay -> stay.weeks).containsExactly(3);
        Guest.Stay stay = in(session -> session.get(STAY, new Guest.Stay.Key(1L, 2L)));
        assertThat(stay).isInstanceOf(Guest.LongStay.class);
        assertThat(in(session -> session.get(LONG_STAY, new Guest.Stay.Key(1L, 2L))).weeks)
                .isEqualTo(3);
        assertThatThrownBy(() -> run(insertInto(LONG_STAY)
                        .values(LONG_STAY.guestId.to(1L), LONG_STAY.number.to(1L), LONG_STAY.weeks.to(3))))
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    @Test
    void callsWhatIsOverriddenOnce() {
        assertThat(list(select(GUEST))).extracting(guest -> guest.greetings).containsExactly(1, 1);
    }

    @Test
    void aNumberWithAZeroAheadIsOfTens() {
        run(insertInto(TICKET)
                .values(
                        TICKET.id.to(1L),
                        TICKET.dtype.to(10),
                        TICKET.price.to(1),
                        TICKET.validity.since.to(1),
                        TICKET.validity.until.to(2)));
        assertThat(one(select(TICKET)).getClass()).isEqualTo(Ticket.class);
        run(Sql.update(TICKET).set(TICKET.dtype.to(8)).where(TICKET.id.eq(1L)));
        assertThatThrownBy(() -> one(select(TICKET)))
                .isInstanceOf(UnfitRowException.class)
                .hasMessageStartingWith("a row of Ticket is of no kind that is mapped: its column dtype has none of [");
    }

    @Test
    void checksWhatASuperclassAnEmbeddableAndAKindSay() {
        addReserved(1, 1, 1, 1);
        assertThatThrownBy(() -> addReserved(2, 0, 1, 1))
                .isInstanceOf(CheckViolationException.class)
                .message()
                .containsIgnoringCase("ck_price");
        assertThatThrownBy(() -> addReserved(3, 1, 0, 1))
                .isInstanceOf(CheckViolationException.class)
                .message()
                .containsIgnoringCase("ck_validity");
        assertThatThrownBy(() -> addReserved(4, 1, 1, 0))
                .isInstanceOf(CheckViolationException.class)
                .message()
                .containsIgnoringCase("ck_row");
    }

    @Test
    void keepsTheIndexesAndKeysOfAKind() {
        addReserved(1, 1, 1, 1);
        addReserved(2, 1, 1, 1);
        assertThatThrownBy(() ->
                        run(Sql.update(RESERVED).set(RESERVED.name.to("n1")).where(RESERVED.id.eq(2L))))
                .isInstanceOf(UniqueViolationException.class);
        assertThatThrownBy(() -> run(Sql.update(RESERVED)
                        .set(RESERVED.placeX.to(1L), RESERVED.placeY.to(2L))
                        .where(RESERVED.price.eq(1))))
                .isInstanceOf(UniqueViolationException.class);
    }

    private void addReserved(long id, int price, int until, int row) {
        run(insertInto(RESERVED)
                .values(
                        RESERVED.id.to(id),
                        RESERVED.dtype.to(20),
                        RESERVED.price.to(price),
                        RESERVED.validity.since.to(1),
                        RESERVED.validity.until.to(until),
                        RESERVED.name.to("n" + id),
                        RESERVED.seat.to("s"),
                        RESERVED.row.to(row)));
    }

    @AfterEach
    void close() {
        engine.close().block(SOON);
        database.close();
    }

    private void run(Command command) {
        engine.execute(command).done().block(SOON);
    }

    private <T> T in(Function<AsyncSession, Mono<T>> work) {
        return sessions.inTransaction(work).blockOptional(SOON).orElseThrow();
    }

    private <R> R one(Query<R> query) {
        return in(session -> session.execute(query).one());
    }

    private <R> List<R> list(Query<R> query) {
        return in(session -> session.execute(query).list());
    }
}
