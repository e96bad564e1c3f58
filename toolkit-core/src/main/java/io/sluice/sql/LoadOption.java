package io.sluice.sql;

/** What a session reads besides the entities that a select names; {@link Select#load} takes it. */
public interface LoadOption {

    /** The entity that it begins with, which must be among those selected. */
    EntitySource<?> root();
}
