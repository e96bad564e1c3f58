package io.sluice.sql;

import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Sql.cell;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.excluded;
import static io.sluice.sql.Sql.field;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.mergeInto;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.values;
import static io.sluice.sql.Sql.with;
import static io.sluice.sql.Store.CUSTOMERS;
import static io.sluice.sql.Store.LINE_ITEMS;
import static io.sluice.sql.Store.ORDERS;
import static io.sluice.sql.Store.PRODUCTS;
import static io.sluice.sql.Store.STAFF;
import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.type.Json;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
class ChangesIT {
    @RegisterExtension
    final StoreDatabase store = new StoreDatabase();

    record Person(String name, @Nullable String email) {}

    record Named(Long id, String name) {}

    private final Select<String> names = select(CUSTOMERS.name).from(CUSTOMERS).orderBy(CUSTOMERS.id);

    @Test
    void insertsRowsOfEveryOrigin() {
        store.assertGives(
                insertInto(CUSTOMERS)
                        .values(CUSTOMERS.name.to("Di"), CUSTOMERS.email.toNull(), CUSTOMERS.country.toDefault())
                        .returning(CUSTOMERS.id, CUSTOMERS.name)
                        .as(Named.class),
                new Named(4L, "Di"));
        assertThat(store.count(insertInto(CUSTOMERS)
                        .rows(
                                List.of(new Person("Ed", "ed@x"), new Person("Flo", null)),
                                cell(CUSTOMERS.name, Person::name),
                                cell(CUSTOMERS.email, Person::email))))
                .isEqualTo(2);
        assertThat(store.count(insertInto(STAFF)
                        .columns(STAFF.id, STAFF.name)
                        .from(select(CUSTOMERS.id.plus(10L), CUSTOMERS.name)
                                .from(CUSTOMERS)
                                .where(CUSTOMERS.active))))
                .isEqualTo(5);
        store.assertGives(names, "Ada", "Bo", "Cy", "Di", "Ed", "Flo");
        store.assertGives(select(count()).from(STAFF), 9L);
    }

    @Test
    void insertsTypesThatTravelAsText() {
        store.count(insertInto(PRODUCTS)
                .values(
                        PRODUCTS.sku.to("d-1"),
                        PRODUCTS.title.to("New"),
                        PRODUCTS.price.to(new BigDecimal("1.10")),
                        PRODUCTS.tags.to(List.of("a,b", "c")),
                        PRODUCTS.attributes.to(new Json("{\"a\":1}"))));
        store.assertGives(select(PRODUCTS.tags).from(PRODUCTS).where(PRODUCTS.sku.eq("d-1")), List.of("a,b", "c"));
        store.assertGives(
                select(PRODUCTS.attributes).from(PRODUCTS).where(PRODUCTS.sku.eq("d-1")), new Json("{\"a\": 1}"));
    }

    @Test
    void insertsOrUpdates() {
        var ada = insertInto(CUSTOMERS).values(CUSTOMERS.name.to("Ada II"), CUSTOMERS.email.to("ada@x.org"));
        assertThat(store.count(ada.onConflict().doNothing())).isZero();
        assertThat(store.count(ada.onConflict(CUSTOMERS.email).doNothing())).isZero();
        assertThat(store.count(ada.onConstraint("customers_email_key").doNothing()))
                .isZero();
        store.assertGives(
                ada.onConflict(CUSTOMERS.email)
                        .doUpdate(CUSTOMERS.name.to(CUSTOMERS.name.concat("+").concat(excluded(CUSTOMERS.name))))
                        .where(CUSTOMERS.active, excluded(CUSTOMERS.name).ne("x"))
                        .returning(CUSTOMERS.name),
                "Ada+Ada II");
        store.assertGives(
                insertInto(CUSTOMERS)
                        .values(CUSTOMERS.name.to("Cy"))
                        .onConflict(CUSTOMERS.name)
                        .where(CUSTOMERS.active)
                        .doUpdate(CUSTOMERS.country.to("FR"))
                        .returning(CUSTOMERS.id),
                3L);
    }

    @Test
    void updates() {
        assertThat(store.count(update(ORDERS)
                        .set(ORDERS.totalCents.to(ORDERS.totalCents.plus(5)), ORDERS.note.toNull())
                        .where(ORDERS.status.eq("paid"))))
                .isEqualTo(3);
        store.assertGives(select(ORDERS.totalCents).from(ORDERS).orderBy(ORDERS.id), 1005, 500, 1505, 1005);
        store.assertGives(
                update(ORDERS)
                        .set(ORDERS.note.to(CUSTOMERS.name))
                        .from(CUSTOMERS)
                        .where(CUSTOMERS.id.eq(ORDERS.customerId), CUSTOMERS.active.isFalse())
                        .returning(ORDERS.note),
                "Bo");
        assertThat(store.count(update(ORDERS)
                        .set(ORDERS.totalCents.to(select(Aggregates.max(LINE_ITEMS.quantity))
                                .from(LINE_ITEMS)
                                .where(LINE_ITEMS.orderId.eq(ORDERS.id))))
                        .where(ORDERS.id.eq(3L))))
                .isEqualTo(1);
        store.assertGives(select(ORDERS.totalCents).from(ORDERS).where(ORDERS.id.eq(3L)), 5);
    }

    @Test
    void updatesFromAListOfValues() {
        var id = field("id", BIGINT);
        var note = field("note", TEXT);
        var list = values(id, note).row(1L, "one").row(2L, null).as("list");
        assertThat(store.count(update(ORDERS)
                        .set(ORDERS.note.to(list.column(note)))
                        .from(list)
                        .where(ORDERS.id.eq(list.column(id)))))
                .isEqualTo(2);
        store.assertGives(
                select(ORDERS.note).from(ORDERS).where(ORDERS.note.isNotNull()).orderBy(ORDERS.id), "one", "50% off");
    }

    @Test
    void deletes() {
        store.assertGives(
                deleteFrom(LINE_ITEMS)
                        .using(ORDERS)
                        .join(CUSTOMERS)
                        .where(LINE_ITEMS.orderId.eq(ORDERS.id), CUSTOMERS.active.isFalse())
                        .returning(LINE_ITEMS.sku),
                "a-1");
        assertThat(store.count(deleteFrom(LINE_ITEMS).everyRow())).isEqualTo(2);
    }

    @Test
    void refusesToTouchEveryRowUnasked() {
        assertThatExceptionOfType(StatementException.class).isThrownBy(() -> store.count(deleteFrom(LINE_ITEMS)));
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() ->
                        store.count(update(ORDERS).set(ORDERS.note.toNull()).where(Sql.and())));
        store.assertGives(select(count()).from(LINE_ITEMS), 3L);
    }

    @Test
    void merges() {
        var name = field("name", TEXT);
        var wanted = values(name).row("Mia").row("Zoe").row("Ann").as("wanted");
        var merge = mergeInto(STAFF)
                .using(wanted)
                .on(STAFF.name.eq(wanted.column(name)))
                .whenMatched(STAFF.id.eq(4L))
                .thenDelete()
                .whenMatched()
                .thenUpdate(STAFF.name.to(STAFF.name.concat("!")))
                .whenNotMatched()
                .thenInsert(STAFF.id.to(9L), STAFF.name.to(wanted.column(name)));

        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> store.count(merge))
                .withMessage("rowCount(): this database's driver does not tell how many rows such a statement touched;"
                        + " use done()");
        store.run(merge);
        store.assertGives(select(STAFF.name).from(STAFF).orderBy(STAFF.id), "Root", "Mia!", "Tom", "Ann");
    }

    @Test
    void changesInCommonTables() {
        var gone = deleteFrom(LINE_ITEMS)
                .where(LINE_ITEMS.quantity.gt(1))
                .returning(LINE_ITEMS.orderId, LINE_ITEMS.sku)
                .asCte("gone");
        store.assertGives(
                with(gone).select(gone.column(LINE_ITEMS.orderId)).from(gone).orderBy(gone.column(LINE_ITEMS.orderId)),
                1L,
                3L);
        var paid = select(ORDERS.customerId)
                .from(ORDERS)
                .where(ORDERS.status.eq("open"))
                .asCte("paid");
        assertThat(store.count(with(paid)
                        .update(CUSTOMERS)
                        .set(CUSTOMERS.country.to("BE"))
                        .where(CUSTOMERS.id.in(
                                select(paid.column(ORDERS.customerId)).from(paid)))))
                .isEqualTo(1);
        assertThat(store.count(with(gone)
                        .insertInto(STAFF)
                        .columns(STAFF.id, STAFF.name)
                        .from(select(gone.column(LINE_ITEMS.orderId), gone.column(LINE_ITEMS.sku))
                                .from(gone))))
                .isZero();
    }

    @Test
    void sendsManyRowsAtOnce() {
        var people = java.util.stream.IntStream.range(0, 5_000)
                .mapToObj(i -> new Person("p" + i, "p%d@x".formatted(i)))
                .toList();
        assertThat(store.count(insertInto(CUSTOMERS)
                        .rows(people, cell(CUSTOMERS.name, Person::name), cell(CUSTOMERS.email, Person::email))))
                .isEqualTo(5_000);
        store.assertGives(
                select(count())
                        .from(CUSTOMERS)
                        .where(CUSTOMERS.email.in(
                                people.stream().map(Person::email).toList())),
                5_000L);
    }
}
