/** What the H2 dialect says, run on H2. */
@NullMarked
package io.sluice.dialect.h2;

import org.jspecify.annotations.NullMarked;
