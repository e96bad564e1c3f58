/** Every type there and back, on every database. Begin with {@link io.sluice.type.RoundTripIT}. */
@NullMarked
package io.sluice.type;

import org.jspecify.annotations.NullMarked;
