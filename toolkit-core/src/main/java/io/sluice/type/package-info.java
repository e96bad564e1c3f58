/** The types of SQL as values. Imports nothing of ours. Begin with {@link io.sluice.type.SqlType}. */
@NullMarked
package io.sluice.type;

import org.jspecify.annotations.NullMarked;
