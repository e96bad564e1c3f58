/** Definitions on real databases: what was created is read back from their catalogues. */
@NullMarked
package io.sluice.schema;

import org.jspecify.annotations.NullMarked;
