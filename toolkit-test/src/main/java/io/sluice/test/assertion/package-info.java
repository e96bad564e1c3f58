/**
 * What tests say of statements, of what was sent to the database, and of what was left behind. Imports the toolkit, and
 * AssertJ. Begin with {@link io.sluice.test.assertion.SqlAssertions}.
 */
@NullMarked
package io.sluice.test.assertion;

import org.jspecify.annotations.NullMarked;
