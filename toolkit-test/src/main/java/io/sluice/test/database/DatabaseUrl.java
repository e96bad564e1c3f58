package io.sluice.test.database;

import io.r2dbc.spi.ConnectionFactoryOptions;

/** An R2DBC URL taken apart, so that the same server can be asked for another database. Prints without credentials. */
record DatabaseUrl(String scheme, String authority, String database, String query) {

    static DatabaseUrl parse(String url) {
        int scheme = url.indexOf("://");
        if (scheme < 0) {
            throw new IllegalArgumentException("no '://' in it");
        }
        int question = url.indexOf('?', scheme);
        String query = question < 0 ? "" : url.substring(question);
        String path = question < 0 ? url.substring(scheme + 3) : url.substring(scheme + 3, question);
        int slash = path.indexOf('/');
        return new DatabaseUrl(
                url.substring(0, scheme),
                slash < 0 ? path : path.substring(0, slash),
                slash < 0 ? "" : path.substring(slash + 1),
                query);
    }

    DatabaseUrl withDatabase(String name) {
        return new DatabaseUrl(scheme, authority, name, query);
    }

    String full() {
        return scheme + "://" + authority + "/" + database + query;
    }

    ConnectionFactoryOptions options() {
        return ConnectionFactoryOptions.parse(full());
    }

    /** The query is left out too: drivers take passwords there as well. */
    @Override
    public String toString() {
        return scheme + "://" + authority.substring(authority.lastIndexOf('@') + 1) + "/" + database;
    }
}
