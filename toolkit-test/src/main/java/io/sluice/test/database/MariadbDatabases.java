package io.sluice.test.database;

/** MariaDB cannot copy a database, foreign keys included: the template's statements run in each. */
final class MariadbDatabases implements Databases {

    /** MariaDB would wait for a day on a transaction that somebody left open: the connections are ended first. */
    private static final String DROP = """
            BEGIN NOT ATOMIC
              DECLARE CONTINUE HANDLER FOR 1094 BEGIN END; -- the connection has ended by itself
              FOR connection IN (SELECT id FROM information_schema.processlist WHERE db = '%1$s') DO
                KILL connection.id;
              END FOR;
              DROP DATABASE IF EXISTS %1$s;
            END""";

    private final Administrator administrator;

    MariadbDatabases(SourcedServer server) {
        this.administrator = new Administrator(server, DROP);
    }

    @Override
    public DatabaseUrl create(Template template) {
        return administrator.createFilled(template);
    }

    @Override
    public void drop(DatabaseUrl url) {
        administrator.drop(url);
    }
}
