package io.sluice.processor;

/** What a column holds: the Java type of its values, and the code of its SQL type. */
record ColumnType(String javaType, String code) {}
