package io.sluice.gates;

/** What the compiler says against a snippet, and the line it says it of, in the file the snippet stands in. */
public record Problem(boolean isError, long line, String message) {}
