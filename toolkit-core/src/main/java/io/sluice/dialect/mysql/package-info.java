/** MySQL. Imports {@code dialect.mariadb} and what that may. */
@NullMarked
package io.sluice.dialect.mysql;

import org.jspecify.annotations.NullMarked;
