package io.sluice.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index: over what, of which rows, by which method if not the usual one. */
public record IndexNode(
        ObjectName name, boolean isUnique, @Nullable String method, List<SortKey> keys, Chain<Expr> where) {}
