/** Statements of every kind on a real PostgreSQL: what is checked is what they give, not that they run. */
@NullMarked
package io.sluice.sql;

import org.jspecify.annotations.NullMarked;
