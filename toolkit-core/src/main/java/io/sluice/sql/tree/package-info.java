/**
 * Statements as data: records in sealed families, one file a family, which a dialect's compiler walks. They hold no
 * types of Java beyond what a bound value needs and check nothing; what users type stands in {@code io.sluice.sql}
 * and is a thin shell over this. Imports only {@code io.sluice.type}. Begin with {@link io.sluice.sql.tree.Expr} and
 * {@link io.sluice.sql.tree.StatementNode}.
 */
@NullMarked
package io.sluice.sql.tree;

import org.jspecify.annotations.NullMarked;
