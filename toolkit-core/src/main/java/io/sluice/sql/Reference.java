package io.sluice.sql;

import io.sluice.sql.tree.Qualifier;
import java.util.List;

/** A foreign key as joins see it: columns here that hold the key of a table there. */
public record Reference(List<String> columns, Qualifier table, List<String> keyColumns) {}
