package io.sluice.processor;

/**
 * What a column holds: the Java type of its values, and the code of its SQL type.
 *
 * @param meaning the same for types that mean the same, wherever they are kept
 */
record ColumnType(String javaType, String code, String meaning) {

    ColumnType(String javaType, String code) {
        this(javaType, code, code);
    }
}
