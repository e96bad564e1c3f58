package io.sluice.mapping;

/** How a relation is loaded. */
public enum LoadStrategy {
    /** One further query for all owners, by their keys. */
    SELECT_IN("selectIn"),
    /** A left join in the query itself. */
    JOINED("joined"),
    /** One further query for all owners, which repeats the query itself as a subquery. */
    SUBQUERY("subquery"),
    /** The query's own join, which its user wrote. */
    CONTAINED("contained"),
    /** Not at all: reading it raises, whatever the relation says by itself. */
    RAISE("raise");

    private final String method;

    LoadStrategy(String method) {
        this.method = method;
    }

    /** The method of {@link Loads} that says it. */
    public String method() {
        return method;
    }
}
