/** A library as entities: what the tests of sessions work with. */
@NullMarked
package io.sluice.library;

import org.jspecify.annotations.NullMarked;
