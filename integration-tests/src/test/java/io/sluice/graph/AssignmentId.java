package io.sluice.graph;

/** The key of an {@link Assignment}. */
public record AssignmentId(Long person, Long project) {}
