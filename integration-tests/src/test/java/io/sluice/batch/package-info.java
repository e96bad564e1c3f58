/** One statement for many sets of values. */
@NullMarked
package io.sluice.batch;

import org.jspecify.annotations.NullMarked;
