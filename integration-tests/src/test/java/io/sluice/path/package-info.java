/** Joins along paths. */
@NullMarked
package io.sluice.path;

import org.jspecify.annotations.NullMarked;
