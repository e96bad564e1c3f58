/** What the H2 dialect says and refuses; integration tests run it. */
@NullMarked
package io.sluice.dialect.h2;

import org.jspecify.annotations.NullMarked;
