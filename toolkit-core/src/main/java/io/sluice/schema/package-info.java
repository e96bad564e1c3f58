/**
 * What a database holds, as values: tables, their columns and keys. Imports {@code sql} and {@code type}. Begin with
 * {@link io.sluice.schema.Table}.
 */
@NullMarked
package io.sluice.schema;

import org.jspecify.annotations.NullMarked;
