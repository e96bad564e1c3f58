/** A store as entities: each thing that a mapping can say, said once. */
@NullMarked
package io.sluice.store;

import org.jspecify.annotations.NullMarked;
