/** What r2dbc-h2 needs: a thread that it may block. */
@NullMarked
package io.sluice.driver.h2;

import org.jspecify.annotations.NullMarked;
