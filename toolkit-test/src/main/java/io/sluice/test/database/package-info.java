/**
 * Real databases for tests: one server for a JVM, a database of its own for each test class. Imports nothing else of ours.
 * Begin with {@link io.sluice.test.database.TestServer}.
 */
@NullMarked
package io.sluice.test.database;

import org.jspecify.annotations.NullMarked;
