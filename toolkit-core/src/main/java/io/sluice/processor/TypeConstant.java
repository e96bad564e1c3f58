package io.sluice.processor;

/**
 * A type that is made of another by functions. It is kept in a constant, since types are equal only if their functions
 * are the same; and in a class of its own, which can be initialised while the tables that use it are.
 */
record TypeConstant(String name, String javaType, String value, String members) {
    /** The class within a generated one that holds them. */
    static final String HOLDER = "Types";
}
