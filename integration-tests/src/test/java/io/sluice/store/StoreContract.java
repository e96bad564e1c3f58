package io.sluice.store;

import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.store.CardPayment_.CARD_PAYMENT;
import static io.sluice.store.Category_.CATEGORY;
import static io.sluice.store.CreditPayment_.CREDIT_PAYMENT;
import static io.sluice.store.Customer_.CUSTOMER;
import static io.sluice.store.ElectricToy_.ELECTRIC_TOY;
import static io.sluice.store.Novel_.NOVEL;
import static io.sluice.store.OrderLine_.ORDER_LINE;
import static io.sluice.store.Order_.ORDER;
import static io.sluice.store.Passport_.PASSPORT;
import static io.sluice.store.Payment_.PAYMENT;
import static io.sluice.store.Product_.PRODUCT;
import static io.sluice.store.Rating_.RATING;
import static io.sluice.store.Shipment_.SHIPMENT;
import static io.sluice.store.Toy_.TOY;
import static io.sluice.store.Voucher_.VOUCHER;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.Engine;
import io.sluice.mapping.NotLoadedException;
import io.sluice.schema.Metadata;
import io.sluice.sql.Command;
import io.sluice.sql.Query;
import io.sluice.sql.Select;
import io.sluice.sql.Sql;
import io.sluice.test.database.TestDatabase;
import io.sluice.test.database.TestServer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The store on a database: tables are made of what the processor wrote, rows put in by statements, and read as entities. */
@Timeout(60)
abstract class StoreContract {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Metadata STORE = Metadata.of(
            CUSTOMER,
            PASSPORT,
            PRODUCT,
            NOVEL,
            TOY,
            ELECTRIC_TOY,
            CATEGORY,
            ORDER,
            ORDER_LINE,
            SHIPMENT,
            RATING,
            PAYMENT,
            CARD_PAYMENT,
            CREDIT_PAYMENT,
            VOUCHER);

    private final TestServer server;
    private TestDatabase database;
    private Engine engine;

    StoreContract(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        database = server.database();
        engine = Engine.create(database.url());
        run(STORE.createAll());
        run(insertInto(CUSTOMER)
                .values(
                        CUSTOMER.note.to("first"),
                        CUSTOMER.version.to(3),
                        CUSTOMER.number.to(1),
                        CUSTOMER.email.to(new Email("ada", "x.org")),
                        CUSTOMER.status.to(Status.GONE),
                        CUSTOMER.statusBefore.to(Status.GONE),
                        CUSTOMER.level.to(Level.GOLD),
                        CUSTOMER.mood.to(Customer.Mood.SAD),
                        CUSTOMER.credit.to(new BigDecimal("12.50")),
                        CUSTOMER.address.street.to("Main Street"),
                        CUSTOMER.address.city.to("London"),
                        CUSTOMER.address.geo.latitude.to(51.5),
                        CUSTOMER.address.geo.longitude.to(-0.1)));
        run(insertInto(CATEGORY).values(CATEGORY.code.to("all")));
        run(insertInto(CATEGORY).values(CATEGORY.code.to("wood"), CATEGORY.parentCode.to("all")));
        run(insertInto(ORDER).values(ORDER.id.to(7L), ORDER.customerId.to(100L)));
    }

    @Test
    void readsValuesOfEveryKind() {
        Customer ada = one(select(CUSTOMER));
        assertThat(ada.id).isEqualTo(100L);
        assertThat(ada.note).isEqualTo("first");
        assertThat(ada.getVersion()).isEqualTo(3);
        assertThat(ada.email).isEqualTo(new Email("ada", "x.org"));
        assertThat(ada.status).isEqualTo(Status.GONE);
        assertThat(ada.statusBefore).isEqualTo(Status.GONE);
        assertThat(ada.level).isEqualTo(Level.GOLD);
        assertThat(ada.mood).isEqualTo(Customer.Mood.SAD);
        assertThat(ada.credit).isEqualByComparingTo("12.50");
        assertThat(ada.currency).isEqualTo("EUR");
        assertThat(ada.phone).isEmpty();
        assertThat(ada.getCreatedAt()).isBetween(Instant.now().minusSeconds(600), Instant.now());
        assertThat(ada.greetings).as("told once that it was read").isEqualTo(1);
    }

    @Test
    void keepsWhatAConverterAndAnEnumSay() {
        assertThat(one(Sql.text("SELECT email FROM store_customer").returning(TEXT)))
                .isEqualTo("ada@x.org");
        assertThat(one(Sql.text("SELECT level FROM store_customer").returning(TEXT)))
                .isEqualTo("g");
        assertThat(one(Sql.text("SELECT status_before FROM store_customer").returning(INTEGER)))
                .isEqualTo(1);
    }

    @Test
    void readsEmbeddablesAndNoneWhereAllIsNull() {
        Customer ada = one(select(CUSTOMER).where(CUSTOMER.address.geo.latitude.gt(50.0)));
        assertThat(ada.address.street).isEqualTo("Main Street");
        assertThat(ada.address.getCity()).isEqualTo("London");
        assertThat(ada.address.geo).isEqualTo(new Geo(51.5, -0.1));
        assertThat(ada.billing).isNull();
        run(Sql.update(CUSTOMER)
                .set(
                        CUSTOMER.billing.street.to("Side Street"),
                        CUSTOMER.billing.city.to("Paris"),
                        CUSTOMER.address.geo.latitude.toNull(),
                        CUSTOMER.address.geo.longitude.toNull(),
                        CUSTOMER.phone.to("123"))
                .where(CUSTOMER.id.eq(100L)));
        Customer moved = one(select(CUSTOMER));
        Address billing = Objects.requireNonNull(moved.billing);
        assertThat(billing.street).isEqualTo("Side Street");
        assertThat(billing.geo).isNull();
        assertThat(moved.address.geo).isNull();
        assertThat(moved.phone).isEqualTo(Optional.of("123"));
    }

    @Test
    void readsKeysOfSeveralColumnsAndTheirRelations() {
        run(insertInto(ORDER_LINE)
                .values(
                        ORDER_LINE.key.orderId.to(7L),
                        ORDER_LINE.key.line.to(2),
                        ORDER_LINE.price.to(new BigDecimal("1.50")),
                        ORDER_LINE.quantity.to(4)));
        run(insertInto(SHIPMENT).values(SHIPMENT.lineOrderId.to(7L), SHIPMENT.lineLine.to(2)));
        OrderLine line = one(select(ORDER_LINE));
        assertThat(line.key).isEqualTo(new OrderLine.Key(7, 2));
        assertThat(line.order.key()).isEqualTo(7L);
        assertThat(line.total).isEqualByComparingTo("6");
        Shipment shipment = one(select(SHIPMENT));
        assertThat(ORDER_LINE.keyOf(shipment.line)).isEqualTo(new OrderLine.Key(7, 2));
        assertThat(shipment.id).hasSize(36);
        assertThat(one(select(ORDER_LINE.price).from(SHIPMENT).join(SHIPMENT.line)))
                .isEqualByComparingTo("1.5");
        assertThatThrownBy(() -> shipment.line.get())
                .isInstanceOf(NotLoadedException.class)
                .hasMessageStartingWith("Shipment.line of Shipment#" + shipment.id + " is not loaded");
    }

    @Test
    void readsWhatHasTheKeyOfAnother() {
        run(insertInto(PASSPORT).values(PASSPORT.id.to(100L), PASSPORT.country.to("UK")));
        Passport passport = one(select(PASSPORT));
        assertThat(passport.id).isEqualTo(100L);
        assertThat(CUSTOMER.keyOf(passport.customer)).isEqualTo(100L);
        assertThat(one(select(PASSPORT.country).from(CUSTOMER).join(CUSTOMER.passport)))
                .isEqualTo("UK");
    }

    @Test
    void readsAllKindsOfOneTable() {
        UUID toy = UUID.randomUUID();
        addToy(toy);
        run(insertInto(NOVEL)
                .values(
                        NOVEL.name.to("Emma"),
                        NOVEL.price.to(BigDecimal.TEN),
                        NOVEL.state.to(Status.ACTIVE),
                        NOVEL.pages.to(400),
                        NOVEL.quality.to(Level.GOLD),
                        NOVEL.kind.to("Novel")));
        List<Product> all = list(select(PRODUCT).orderBy(PRODUCT.name.asc()));
        assertThat(all).extracting(Product::getClass).containsExactly(Novel.class, ElectricToy.class);
        assertThat(all.get(0)).isInstanceOfSatisfying(Novel.class, novel -> {
            assertThat(novel.pages).isEqualTo(400);
            assertThat(novel.quality).isEqualTo(Level.GOLD);
        });
        assertThat(all.get(1)).isInstanceOfSatisfying(ElectricToy.class, train -> {
            assertThat(train.id).isEqualTo(toy);
            assertThat(train.volts).isEqualTo(12);
            assertThat(train.quality).isEqualTo(Level.BRONZE);
            assertThat(train.shelf.key()).isEqualTo("wood");
        });
        assertThat(list(select(NOVEL))).extracting(novel -> novel.name).containsExactly("Emma");
        assertThat(list(select(TOY))).hasOnlyElementsOfType(ElectricToy.class);
        assertThat(one(select(CATEGORY.parentCode).from(TOY).join(TOY.shelf))).isEqualTo("all");
    }

    private void addToy(UUID id) {
        run(insertInto(ELECTRIC_TOY)
                .values(
                        ELECTRIC_TOY.id.to(id),
                        ELECTRIC_TOY.kind.to("ElectricToy"),
                        ELECTRIC_TOY.name.to("train"),
                        ELECTRIC_TOY.price.to(BigDecimal.TEN),
                        ELECTRIC_TOY.state.to(Status.ACTIVE),
                        ELECTRIC_TOY.quality.to(Level.BRONZE),
                        ELECTRIC_TOY.shelfCode.to("wood"),
                        ELECTRIC_TOY.volts.to(12)));
    }

    @Test
    void readsAnAssociationByTheKeysOfBoth() {
        UUID toy = UUID.randomUUID();
        addToy(toy);
        run(insertInto(RATING).values(RATING.customerId.to(100L), RATING.productId.to(toy), RATING.stars.to(5)));
        Rating rating = one(select(RATING));
        assertThat(rating.stars).isEqualTo(5);
        assertThat(RATING.mapper().keyOf(rating)).isEqualTo(new Rating.Key(100L, toy));
        assertThat(one(select(PRODUCT.name).from(RATING).join(RATING.product))).isEqualTo("train");
    }

    @Test
    void readsAllKindsOfTablesOfTheirOwn() {
        run(insertInto(PAYMENT)
                .values(
                        PAYMENT.id.to(1L),
                        PAYMENT.kind.to(2),
                        PAYMENT.amount.to(new BigDecimal("120")),
                        PAYMENT.state.to(Status.GONE),
                        PAYMENT.orderId.to(7L)));
        run(insertInto(CARD_PAYMENT).values(CARD_PAYMENT.id.to(1L), CARD_PAYMENT.card.to("visa")));
        run(insertInto(CREDIT_PAYMENT).values(CREDIT_PAYMENT.id.to(1L), CREDIT_PAYMENT.months.to(12)));
        run(insertInto(PAYMENT)
                .values(
                        PAYMENT.id.to(2L),
                        PAYMENT.kind.to(3),
                        PAYMENT.amount.to(BigDecimal.ONE),
                        PAYMENT.state.to(Status.ACTIVE)));
        run(insertInto(VOUCHER).values(VOUCHER.id.to(2L), VOUCHER.code.to("xmas")));
        List<Payment> all = list(select(PAYMENT).orderBy(PAYMENT.id.asc()));
        assertThat(all).extracting(Payment::getClass).containsExactly(CreditPayment.class, Voucher.class);
        assertThat(all.get(0)).isInstanceOfSatisfying(CreditPayment.class, StoreContract::isTheCredit);
        assertThat(all.get(1).order.isPresent()).isFalse();
        isTheCredit(one(select(CREDIT_PAYMENT).where(CREDIT_PAYMENT.amount.gt(BigDecimal.TEN))));
        assertThat(list(select(CARD_PAYMENT))).hasOnlyElementsOfType(CreditPayment.class);
        assertThat(one(select(VOUCHER)).code).isEqualTo("xmas");
    }

    private static void isTheCredit(CreditPayment credit) {
        assertThat(credit.id).isEqualTo(1L);
        assertThat(credit.state).isEqualTo(Status.GONE);
        assertThat(credit.card).isEqualTo("visa");
        assertThat(credit.months).isEqualTo(12);
        assertThat(credit.rate).isEqualByComparingTo("10");
        assertThat(credit.order.key()).isEqualTo(7L);
    }

    @Test
    void readsRecordsWithinRecords() {
        Select<OrderView> views = select(ORDER.id, CUSTOMER.number, CUSTOMER.address.city)
                .as((id, number, city) -> new OrderView(id, new CustomerView(number, city)))
                .from(ORDER)
                .join(ORDER.customer);
        assertThat(list(views)).containsExactly(new OrderView(7L, new CustomerView(1, "London")));
    }

    record CustomerView(int number, String city) {}

    record OrderView(long id, CustomerView customer) {}

    @Test
    void dropsWhatItCreated() {
        run(STORE.dropAll());
        run(STORE.createAll());
        assertThat(list(select(CUSTOMER))).isEmpty();
    }

    @AfterEach
    void close() {
        engine.close().block(SOON);
        database.close();
    }

    private void run(Command command) {
        engine.execute(command).done().block(SOON);
    }

    private <R> R one(Query<R> query) {
        return engine.execute(query).one().blockOptional(SOON).orElseThrow();
    }

    private <R> List<R> list(Query<R> query) {
        return engine.execute(query).list().blockOptional(SOON).orElseThrow();
    }
}
