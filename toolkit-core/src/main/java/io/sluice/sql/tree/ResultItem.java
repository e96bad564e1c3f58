package io.sluice.sql.tree;

import io.sluice.type.SqlType;
import org.jspecify.annotations.Nullable;

/** One column of a result: an expression, the label written after AS, if any, and the type it is read as. */
public record ResultItem(Expr expression, @Nullable String label, SqlType<?> type) {}
