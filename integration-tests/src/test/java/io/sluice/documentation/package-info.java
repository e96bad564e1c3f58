/** What README, ARCHITECTURE and docs say is compiled here, so that it stays true. */
@NullMarked
package io.sluice.documentation;

import org.jspecify.annotations.NullMarked;
