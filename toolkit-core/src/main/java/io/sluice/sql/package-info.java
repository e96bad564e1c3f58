/**
 * Statements and expressions as their user types them: immutable values with the types of Java flowing through. Each
 * is a thin typed shell over the data of {@code io.sluice.sql.tree}; what SQL comes of it is a dialect's business, and
 * tables and columns come from {@code io.sluice.schema} through the doors {@link io.sluice.sql.Source} and
 * {@link io.sluice.sql.TableColumn}. Imports {@code sql.tree} and {@code type}. Begin with {@link io.sluice.sql.Sql}.
 */
@NullMarked
package io.sluice.sql;

import org.jspecify.annotations.NullMarked;
