/**
 * Sessions, in which one key is one object and a relation is loaded or raises. Begin reading at {@link
 * io.sluice.session.AsyncSession}. It imports load and state.
 */
@NullMarked
package io.sluice.session;

import org.jspecify.annotations.NullMarked;
