/** What r2dbc-mariadb needs. */
@NullMarked
package io.sluice.driver.mariadb;

import org.jspecify.annotations.NullMarked;
