package io.sluice.sql;

import static io.sluice.sql.Aggregates.count;
import static io.sluice.sql.Aggregates.sum;
import static io.sluice.sql.Shop.ADDRESSES;
import static io.sluice.sql.Shop.CUSTOMERS;
import static io.sluice.sql.Shop.LINE_ITEMS;
import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Shop.STAFF;
import static io.sluice.sql.Sql.deleteFrom;
import static io.sluice.sql.Sql.excluded;
import static io.sluice.sql.Sql.exists;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.mergeInto;
import static io.sluice.sql.Sql.multiset;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.Sql.update;
import static io.sluice.sql.Sql.value;
import static io.sluice.sql.Sql.with;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.sluice.Dialects;
import io.sluice.dialect.StatementCache;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an engine's cache finds wrong with a statement before it is sent. */
class ScopeTest {
    private final StatementCache<Boolean> cache = new StatementCache<>(Dialects.POSTGRESQL, 10, compiled -> true);

    @Test
    void namesAColumnOfWhatIsNotInFrom() {
        assertRefused(
                () -> check(select(CUSTOMERS.name).from(CUSTOMERS).where(ORDERS.totalCents.gt(1))),
                "orders.total_cents: orders is not in FROM, which has customers; add it with from(…) or join(…), or take the column from the alias that is there");
        assertRefused(
                () -> check(select(CUSTOMERS.name)),
                "customers.name: customers is not in FROM, which has nothing; add it with from(…) or join(…), or take the column from the alias that is there");
    }

    @Test
    void namesATableThatIsThereUnderAnAlias() {
        var c = CUSTOMERS.as("c");
        assertRefused(
                () -> check(select(c.name).from(c).orderBy(CUSTOMERS.name)),
                "customers.name: customers is not in FROM, which has c; add it with from(…) or join(…), or take the column from the alias that is there");
    }

    @Test
    void namesWhatNoInsertProposes() {
        var upsert = insertInto(CUSTOMERS)
                .values(CUSTOMERS.name.to("Ada"))
                .onConflict(CUSTOMERS.email)
                .doUpdate(CUSTOMERS.name.to(excluded(STAFF.name).concat("x")));

        assertRefused(
                () -> check(upsert),
                "excluded(staff.name): no insert into staff proposes it here, in doUpdate(…); take the column from customers");
        assertRefused(
                () -> check(select(excluded(STAFF.name)).from(STAFF)),
                "excluded(staff.name): no insert into staff proposes it here, in doUpdate(…); say the value itself");
    }

    @Test
    void namesACommonTableThatIsNotDeclared() {
        var recent = select(ORDERS.id).from(ORDERS).asCte("recent");
        assertRefused(
                () -> check(select(recent).from(recent)),
                "the common table recent is used and nowhere declared; begin the statement with with(…)");
    }

    @Test
    void letsAQueryInFromSeeItsNeighboursOnlyIfItIsLateral() {
        var last = select(ORDERS.id)
                .from(ORDERS)
                .where(ORDERS.customerId.eq(CUSTOMERS.id))
                .limit(1)
                .as("last");
        assertRefused(
                () -> check(select(CUSTOMERS.name).from(CUSTOMERS).crossJoin(last)),
                "customers.id: customers is not in FROM, which has orders; add it with from(…) or join(…), or take the column from the alias that is there");
        check(select(CUSTOMERS.name).from(CUSTOMERS).crossJoin(last.lateral()));
    }

    @Test
    void looksIntoChanges() {
        assertRefused(
                () -> check(update(ORDERS).set(ORDERS.note.to(ADDRESSES.city)).everyRow()),
                "addresses.city: addresses is not in FROM, which has orders; add it with from(…) or join(…), or take the column from the alias that is there");
        assertRefused(
                () -> check(insertInto(ORDERS).values(ORDERS.note.to(ORDERS.status))),
                "orders.status: orders is not in FROM, which has nothing; add it with from(…) or join(…), or take the column from the alias that is there");
    }

    static Stream<Statement> sound() {
        var recent = select(ORDERS.id, ORDERS.customerId).from(ORDERS).asCte("recent");
        var chain = select(STAFF.id, STAFF.bossId)
                .from(STAFF)
                .where(STAFF.id.eq(7L))
                .asRecursiveCte(
                        "chain",
                        self -> select(STAFF.id, STAFF.bossId)
                                .from(STAFF)
                                .join(self)
                                .on(STAFF.id.eq(self.column(STAFF.bossId))));
        var o2 = ORDERS.as("o2");
        return Stream.of(
                select(value(1)),
                with(recent)
                        .select(recent.as("r"))
                        .from(recent.as("r"))
                        .crossJoin(CUSTOMERS)
                        .where(recent.as("r").column(ORDERS.id).gt(1L)),
                with(chain).select(chain).from(chain),
                select(CUSTOMERS.name)
                        .from(CUSTOMERS)
                        .where(exists(select(o2.id).from(o2).where(o2.customerId.eq(CUSTOMERS.id)))),
                select(
                                CUSTOMERS.name,
                                multiset(select(ORDERS.id).from(ORDERS).where(ORDERS.customerId.eq(CUSTOMERS.id))))
                        .from(CUSTOMERS),
                select(count().as("n"), sum(ORDERS.totalCents).over("w"))
                        .from(ORDERS)
                        .window("w", WindowFunctions.partitionBy(ORDERS.status))
                        .groupBy(ORDERS.status)
                        .orderBy(count().as("n").desc()),
                insertInto(ORDERS)
                        .values(ORDERS.id.to(1L), ORDERS.note.to("x"))
                        .onConflict(ORDERS.id)
                        .doUpdate(ORDERS.note.to(excluded(ORDERS.note).concat(ORDERS.note)))
                        .where(ORDERS.totalCents.gt(1))
                        .returning(ORDERS.id),
                update(ORDERS)
                        .set(ORDERS.note.to(CUSTOMERS.name))
                        .from(CUSTOMERS)
                        .where(CUSTOMERS.id.eq(ORDERS.customerId)),
                deleteFrom(LINE_ITEMS)
                        .using(ORDERS)
                        .where(LINE_ITEMS.orderId.eq(ORDERS.id))
                        .returning(LINE_ITEMS.sku),
                mergeInto(ORDERS)
                        .using(CUSTOMERS)
                        .on(ORDERS.customerId.eq(CUSTOMERS.id))
                        .whenMatched(CUSTOMERS.active)
                        .thenUpdate(ORDERS.note.to(CUSTOMERS.name))
                        .whenNotMatched()
                        .thenInsert(ORDERS.customerId.to(CUSTOMERS.id)),
                select(ORDERS.id)
                        .from(ORDERS)
                        .union(select(CUSTOMERS.id).from(CUSTOMERS))
                        .orderBy(ORDERS.id));
    }

    @ParameterizedTest
    @MethodSource
    void sound(Statement statement) {
        assertThatNoException().isThrownBy(() -> check(statement));
    }

    private void check(Statement statement) {
        cache.get(statement.tree());
    }
}
