package io.sluice.sql;

import static io.sluice.sql.Shop.ORDERS;
import static io.sluice.sql.Sql.select;
import static io.sluice.sql.SqlAssertion.absent;
import static io.sluice.sql.SqlAssertion.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReadersTest {
    record View(long id, int cents, @Nullable String note) {}

    private final Projections.Of3<Long, Integer, String> three = select(ORDERS.id, ORDERS.totalCents, ORDERS.note);

    @Nested
    class OfOneThing {

        @Test
        void giveItsValues() {
            assertThat(select(ORDERS.note).reader().read(new Object[] {"x"})).isEqualTo("x");
        }

        @Test
        void raiseOnNull() {
            assertThatExceptionOfType(NullResultException.class)
                    .isThrownBy(() -> select(ORDERS.note).reader().read(new Object[] {null}))
                    .withMessage("orders.note is NULL, which a stream cannot hold; select it with .optional()");
            assertThat(select(ORDERS.note.optional()).reader().read(new Object[] {null}))
                    .isEqualTo(Optional.empty());
        }
    }

    @Nested
    class OfRecords {

        @Test
        void takeColumnsByPosition() {
            assertThat(three.from(ORDERS).as(View.class).reader().read(new Object[] {7L, 42, null}))
                    .isEqualTo(new View(7, 42, null));
        }

        @Test
        void areCheckedWhenTheStatementIsBuilt() {
            record Narrow(long id) {}
            record Wrong(long id, String cents, String note) {}
            record Wide(Number id, Object cents, CharSequence note) {}
            assertRefused(
                    () -> three.as(Narrow.class),
                    "as(Narrow.class): the record has 1 components [id], the statement selects 3 columns [id, total_cents, note]");
            assertRefused(
                    () -> three.as(Wrong.class),
                    "as(Wrong.class): component cents is a String, but column total_cents is integer and read as Integer");
            assertRefused(
                    () -> three.as(String.class),
                    "as(String.class): it is not a record; pass a function instead, as in as(String::new)");
            assertThat(three.as(Wide.class).reader().read(new Object[] {7L, 42, "x"}))
                    .isEqualTo(new Wide(7L, 42, "x"));
        }

        @Test
        void sayWhichComponentCannotBeNull() {
            assertThatExceptionOfType(NullResultException.class)
                    .isThrownBy(() -> three.as(View.class).reader().read(new Object[] {7L, null, null}))
                    .withMessage("View.cents is a int, and the column is NULL; declare it as Integer");
        }

        @Test
        void letTheirConstructorSpeak() {
            record Picky(long id, int cents, String note) {
                @SuppressWarnings("UnusedMethod") // called by reflection
                Picky {
                    if (cents < 0) {
                        throw new IllegalStateException("too cheap");
                    }
                }
            }
            assertThatIllegalStateException()
                    .isThrownBy(() -> three.as(Picky.class).reader().read(new Object[] {7L, -1, "x"}))
                    .withMessage("too cheap");
        }
    }

    @Nested
    class OfFunctions {

        @Test
        void areCheckedByTheCompiler() {
            Select<View> views =
                    three.as(View::new).from(ORDERS).where(ORDERS.id.gt(1L)).limit(3);
            assertThat(views.reader().read(new Object[] {7L, 42, null})).isEqualTo(new View(7, 42, null));
        }

        @Test
        void takeUpToTenThings() {
            var id = ORDERS.id;
            Select<Long> sum = select(id, id, id, id, id, id, id, id, id, id)
                    .as((a, b, c, d, e, f, g, h, i, j) -> Stream.of(a, b, c, d, e, f, g, h, i, j)
                            .mapToLong(x -> x)
                            .sum());
            assertThat(sum.reader().read(new Object[] {1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L}))
                    .isEqualTo(55L);
        }

        @Test
        void mustNotReturnNull() {
            Select<String> nothing = select(ORDERS.id, ORDERS.note).as((id, note) -> absent());
            assertThatExceptionOfType(NullResultException.class)
                    .isThrownBy(() -> nothing.reader().read(new Object[] {7L, "x"}))
                    .withMessage("the function given to as(…) returned null, which a stream cannot hold");
        }
    }
}
