/**
 * What a JUnit test of reactive code needs: a guard against blocking calls. May import {@code io.sluice.test.database} and
 * {@code io.sluice.test.assertion}.
 */
@NullMarked
package io.sluice.test;

import org.jspecify.annotations.NullMarked;
