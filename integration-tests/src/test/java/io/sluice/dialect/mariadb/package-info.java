/** MariaDB's dialect on a real server. */
@NullMarked
package io.sluice.dialect.mariadb;

import org.jspecify.annotations.NullMarked;
