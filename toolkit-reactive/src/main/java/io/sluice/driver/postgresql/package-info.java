/** What r2dbc-postgresql needs: binary results, a bounded statement cache, its own classes for JSON and intervals. */
@NullMarked
package io.sluice.driver.postgresql;

import org.jspecify.annotations.NullMarked;
