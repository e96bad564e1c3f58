/** MariaDB. Imports {@code dialect} and what that may. */
@NullMarked
package io.sluice.dialect.mariadb;

import org.jspecify.annotations.NullMarked;
