package io.sluice.test.database;

/** MariaDB cannot copy a database, foreign keys included: the template's statements run in each. */
final class MariadbDatabases implements Databases {

    private final Administrator administrator;

    MariadbDatabases(SourcedServer server) {
        this.administrator = new Administrator(server, "DROP DATABASE IF EXISTS %s");
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
