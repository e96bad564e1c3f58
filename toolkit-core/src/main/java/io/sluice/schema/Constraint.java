package io.sluice.schema;

/** What declares something that rows must keep to: a part of a table, or a column by its options. */
public sealed interface Constraint permits PrimaryKey, UniqueKey, Check, ForeignKey, Index, Column {}
