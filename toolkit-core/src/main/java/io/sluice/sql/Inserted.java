package io.sluice.sql;

/** An object that was inserted, and what the database made of it. */
public record Inserted<P, R>(P object, R returned) {}
