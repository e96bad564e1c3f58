/** The shop that tests and documentation use for examples. */
@NullMarked
package io.sluice.shop;

import org.jspecify.annotations.NullMarked;
