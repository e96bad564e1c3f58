/** What entities of other packages extend. */
@NullMarked
package io.sluice.store.base;

import org.jspecify.annotations.NullMarked;
