/**
 * How values of Java travel through a driver and back, by the type of the column. Imports core. Begin with {@link
 * io.sluice.codec.Codec}; {@link io.sluice.codec.StandardCodec} does for a driver what most of them need.
 */
@NullMarked
package io.sluice.codec;

import org.jspecify.annotations.NullMarked;
