package io.sluice.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderChecksumTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.000013Z");

    private static final Order FIRST = new Order(1, 2, "paid", 300, "bell", NOON);
    private static final Order SECOND = new Order(2, 5, "pending", 400, "door", NOON.plusSeconds(1));

    @Test
    void doesNotMindTheOrderOfRows() {
        assertThat(of(FIRST, SECOND)).isEqualTo(of(SECOND, FIRST));
    }

    @Test
    void changesWithEveryColumn() {
        assertThat(of(FIRST))
                .isNotEqualTo(of(new Order(9, 2, "paid", 300, "bell", NOON)))
                .isNotEqualTo(of(new Order(1, 9, "paid", 300, "bell", NOON)))
                .isNotEqualTo(of(new Order(1, 2, "lost", 300, "bell", NOON)))
                .isNotEqualTo(of(new Order(1, 2, "paid", 900, "bell", NOON)))
                .isNotEqualTo(of(new Order(1, 2, "paid", 300, "knock", NOON)))
                .isNotEqualTo(of(new Order(1, 2, "paid", 300, "bell", NOON.plusNanos(1000))));
    }

    @Test
    void noticesRowsThatSwappedAColumn() {
        var swapped = of(
                new Order(1, 2, "paid", 300, "door", NOON),
                new Order(2, 5, "pending", 400, "bell", NOON.plusSeconds(1)));

        assertThat(swapped).isNotEqualTo(of(FIRST, SECOND));
    }

    private static long of(Order... orders) {
        var checksum = new OrderChecksum();
        for (var order : orders) {
            checksum.add(order);
        }
        return checksum.value();
    }
}
