package io.sluice.test.database;

/** A server that answers: where its administrator connects, and whether it outlives this JVM, so that what was made in it must be dropped. */
record SourcedServer(DatabaseUrl administrator, boolean outlivesJvm) {

    static SourcedServer ofThisJvm(DatabaseUrl administrator) {
        return new SourcedServer(administrator, false);
    }
}
