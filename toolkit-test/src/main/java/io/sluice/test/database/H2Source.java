package io.sluice.test.database;

/** H2 needs no server: a URL is all there is to it. */
final class H2Source implements Source {

    @Override
    public Origin.Way way() {
        return Origin.Way.IN_MEMORY;
    }

    @Override
    public SourcedServer start() {
        return SourcedServer.ofThisJvm(DatabaseUrl.parse("r2dbc:h2:mem:///?options=DB_CLOSE_DELAY=-1"));
    }
}
