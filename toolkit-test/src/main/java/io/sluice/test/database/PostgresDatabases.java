package io.sluice.test.database;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** PostgreSQL copies a database in a fraction of the time that its statements take: a template is filled once and copied. */
final class PostgresDatabases implements Databases {

    private final Administrator administrator;
    private final ConcurrentMap<Template, String> filled = new ConcurrentHashMap<>();

    PostgresDatabases(SourcedServer server) {
        this.administrator = new Administrator(server, "DROP DATABASE IF EXISTS %s WITH (FORCE)");
    }

    @Override
    public DatabaseUrl create(Template template) {
        if (template.isEmpty()) {
            return administrator.create("");
        }
        String original = filled.computeIfAbsent(
                template, missing -> administrator.createFilled(missing).database());
        return administrator.create(" TEMPLATE " + original);
    }

    @Override
    public void drop(DatabaseUrl url) {
        administrator.drop(url);
    }
}
