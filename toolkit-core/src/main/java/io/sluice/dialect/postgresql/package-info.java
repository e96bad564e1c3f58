/** PostgreSQL. Imports {@code dialect} and what that may. */
@NullMarked
package io.sluice.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
