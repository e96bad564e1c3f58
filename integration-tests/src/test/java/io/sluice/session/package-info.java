/** What sessions do with entities on real databases. */
@NullMarked
package io.sluice.session;

import org.jspecify.annotations.NullMarked;
