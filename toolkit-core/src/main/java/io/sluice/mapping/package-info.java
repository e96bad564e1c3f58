/**
 * Entities: what the processor writes for a class ({@link io.sluice.mapping.EntityTable}), and what the class holds for its
 * relations ({@link io.sluice.mapping.ToOne}, {@link io.sluice.mapping.ToMany}). It imports schema, and knows no session.
 */
@NullMarked
package io.sluice.mapping;

import org.jspecify.annotations.NullMarked;
