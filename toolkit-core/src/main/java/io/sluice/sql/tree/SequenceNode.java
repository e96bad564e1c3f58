package io.sluice.sql.tree;

import org.jspecify.annotations.Nullable;

/** A sequence; what is null is left to the database. */
public record SequenceNode(
        Qualifier name,
        @Nullable Long start,
        @Nullable Long increment,
        @Nullable Long least,
        @Nullable Long greatest,
        @Nullable Long cache,
        boolean cycles) {}
