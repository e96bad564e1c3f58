package io.sluice.gates;

/** A piece of Java code and the line it begins at, in the file it stands in. */
public record Snippet(int line, String code) {}
