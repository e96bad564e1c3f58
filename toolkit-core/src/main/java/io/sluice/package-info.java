/** The catalogue of dialects, apart from everything else because it alone knows them all. */
@NullMarked
package io.sluice;

import org.jspecify.annotations.NullMarked;
