/**
 * How statements become SQL. {@link io.sluice.dialect.StatementCompiler} says it in the words most databases share; a
 * dialect is a subclass that overrides where it disagrees, in a package of its own. Imports {@code schema}, {@code
 * sql} and {@code type}. Begin with {@link io.sluice.dialect.Dialect}.
 */
@NullMarked
package io.sluice.dialect;

import org.jspecify.annotations.NullMarked;
