package io.sluice.test.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long a test class waits for its database. The bars are loose, because build machines are; the log has the figures. */
@Timeout(120)
class StartupTimeIT {

    private static final Logger LOG = LoggerFactory.getLogger(StartupTimeIT.class);

    private static final Template SHOP = Template.of(
            "CREATE TABLE customer (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name TEXT NOT NULL)",
            "CREATE TABLE product (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
            "CREATE TABLE purchase (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                    + " customer_id BIGINT NOT NULL REFERENCES customer, product_id BIGINT NOT NULL REFERENCES product)",
            "CREATE INDEX ON purchase (customer_id)",
            "INSERT INTO customer (name) SELECT 'customer ' || n FROM generate_series(1, 10000) AS n");

    @Test
    void anotherDatabaseOfATemplateIsCheap() {
        TestServer.POSTGRESQL.database(SHOP).close();

        int rounds = 10;
        Duration slowest = Duration.ZERO;
        Duration sum = Duration.ZERO;
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            TestDatabase database = TestServer.POSTGRESQL.database(SHOP);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            database.close();
            sum = sum.plus(took);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
        Duration mean = sum.dividedBy(rounds);

        LOG.info("A further database: {} ms on average, {} ms at most", mean.toMillis(), slowest.toMillis());
        assertThat(mean).isLessThan(Duration.ofSeconds(2));
    }

    /** In a JVM of its own, so that its server is the first; that JVM's start is part of the figure. */
    @Test
    void aServerIsThereSoon() throws Exception {
        TestServer.POSTGRESQL.origin(); // unpacks, if nobody did
        long start = System.nanoTime();
        ServerOfAnotherJvm.run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        LOG.info("A JVM with a server, a template, three databases and the end of it all: {} ms", took.toMillis());
        assertThat(took).isLessThan(Duration.ofSeconds(30));
    }
}
