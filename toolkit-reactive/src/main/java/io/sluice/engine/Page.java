package io.sluice.engine;

import java.util.List;

/**
 * A part of a query's rows, and how many there are in all.
 *
 * @param total the rows that there would be without {@code limit} and {@code offset}
 */
public record Page<R>(List<R> items, long total) {}
