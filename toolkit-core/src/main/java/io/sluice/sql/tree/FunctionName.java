package io.sluice.sql.tree;

/**
 * The name of a function. One that the toolkit offers as a method is {@code common}, and a dialect maps it; one that a
 * user named goes to the database as it is.
 */
public record FunctionName(String name, boolean isCommon) {

    public static FunctionName common(String name) {
        return new FunctionName(name, true);
    }

    public static FunctionName verbatim(String name) {
        return new FunctionName(name, false);
    }
}
