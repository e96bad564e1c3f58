/** The first program of a newcomer. */
@NullMarked
package io.sluice.examples.quickstart;

import org.jspecify.annotations.NullMarked;
