package io.sluice.store;

/** A value of the domain, kept as text by {@link EmailConverter}. */
public record Email(String user, String host) {}
