package io.sluice.engine;

import org.jspecify.annotations.Nullable;

/** What the codes of SQL mean, by their class where the code itself says no more. */
final class SqlStates {

    private SqlStates() {}

    static String describe(@Nullable String state) {
        if (state == null || state.length() < 2) {
            return "the driver gave no SQLSTATE";
        }
        String known = byCode(state);
        return known != null ? known : byClass(state.substring(0, 2));
    }

    private static @Nullable String byCode(String state) {
        return switch (state) {
            case "23505" -> "a unique key is there already";
            case "23503", "23506" -> "a foreign key has no counterpart, or is still referred to";
            case "23502" -> "a column must not be NULL";
            case "23514", "23513" -> "a check constraint does not hold";
            case "23P01" -> "an exclusion constraint does not hold";
            case "40001" -> "transactions could not be put in an order; run it again";
            case "40P01" -> "transactions waited for each other; run it again";
            case "42P01", "42S02", "42102", "42104" -> "there is no such table";
            case "42703", "42S22", "42122" -> "there is no such column";
            case "42601", "42000", "42001" -> "the SQL is not correct";
            case "55P03" -> "somebody else has it locked";
            case "57014" -> "the statement was cancelled";
            case "28P01", "28000" -> "the user name or password is wrong";
            default -> null;
        };
    }

    private static String byClass(String group) {
        return switch (group) {
            case "08" -> "the connection is broken";
            case "22" -> "a value does not fit";
            case "23" -> "a constraint does not hold";
            case "25" -> "the transaction is in no state for this";
            case "28" -> "the user is not allowed in";
            case "40" -> "the transaction was rolled back";
            case "42" -> "the SQL is not correct, or not allowed";
            case "53" -> "the database lacks resources";
            case "57" -> "an administrator intervened";
            default -> "the database refused it";
        };
    }
}
