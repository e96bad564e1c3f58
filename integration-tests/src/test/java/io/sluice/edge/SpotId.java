package io.sluice.edge;

import org.jspecify.annotations.Nullable;

/** Where a spot is; as keys are that a program makes, it may lack a value. */
public record SpotId(@Nullable Long x, @Nullable Long y) {}
