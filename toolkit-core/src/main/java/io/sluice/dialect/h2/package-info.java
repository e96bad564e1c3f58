/** H2. Imports {@code dialect} and what that may. */
@NullMarked
package io.sluice.dialect.h2;

import org.jspecify.annotations.NullMarked;
