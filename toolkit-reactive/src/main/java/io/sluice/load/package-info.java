/**
 * How relations are loaded: {@link io.sluice.load.LoadTree} says what, {@link io.sluice.load.Shape} makes one query of what can be
 * read in one, {@link io.sluice.load.Graphs} makes entities of its rows, and {@link io.sluice.load.Filling} sends the queries that are still needed. It
 * imports state, and knows no session.
 */
@NullMarked
package io.sluice.load;

import org.jspecify.annotations.NullMarked;
