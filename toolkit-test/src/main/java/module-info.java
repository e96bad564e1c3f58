/** What Sluice is tested with, for those who use it: test databases, assertions, a JUnit 5 extension. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.sluice.test {
    requires transitive io.sluice.reactive;
    requires static org.jspecify;

    exports io.sluice.test.database;
}
