/** Entities at the edges of what can be mapped and loaded. */
@NullMarked
package io.sluice.edge;

import org.jspecify.annotations.NullMarked;
