/** Databases for tests. */
@NullMarked
package io.sluice.test.database;

import org.jspecify.annotations.NullMarked;
