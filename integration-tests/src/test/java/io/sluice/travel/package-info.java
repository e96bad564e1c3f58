/** Entities whose keys are made of others' keys, and kinds that add to each other, on every database. */
@NullMarked
package io.sluice.travel;

import org.jspecify.annotations.NullMarked;
