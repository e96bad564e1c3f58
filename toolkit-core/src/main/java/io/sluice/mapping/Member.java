package io.sluice.mapping;

/** What an entity holds in a {@link Holder}: a relation, or a column that is left out unless it is asked for. */
sealed interface Member<E> permits Relation, Attribute {

    String name();

    EntityTable<E, ?> entity();

    /** How to have it loaded with a query, as Java. */
    String loadOption();

    /** As {@code Author.books of Author#1}. Never raises, whatever the entity is like. */
    default String describe(Object owner) {
        return "%s.%s of %s"
                .formatted(entity().entityName(), name(), entity().mapper().describe(owner));
    }

    default NotLoadedException notLoaded(Object owner) {
        String constant = entity().constantName();
        return new NotLoadedException("%s is not loaded; add .load(%s) to the query, or session.load(%s, %s.%s)"
                .formatted(describe(owner), loadOption(), entity().variableName(), constant, name()));
    }
}
