/** Hostile names and values on real databases: none of them may change what a statement says. */
@NullMarked
package io.sluice.safety;

import org.jspecify.annotations.NullMarked;
