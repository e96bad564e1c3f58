package io.sluice.test.database;

/** Makes and drops the databases of one server. */
interface Databases {

    DatabaseUrl create(Template template);

    void drop(DatabaseUrl url);
}
