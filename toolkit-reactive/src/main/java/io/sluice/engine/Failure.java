package io.sluice.engine;

import io.sluice.schema.DeclaredConstraint.Kind;
import org.jspecify.annotations.Nullable;

/** What went wrong, by the codes of the databases, and the exception that says so. */
enum Failure {
    UNIQUE("23505", UniqueViolationException::new),
    FOREIGN_KEY("23503", ForeignKeyViolationException::new),
    NOT_NULL("23502", NotNullViolationException::new),
    CHECK("23514", CheckViolationException::new),
    EXCLUSION("23P01", ExclusionViolationException::new),
    CONSTRAINT("23000", ConstraintViolationException::new),
    SERIALIZATION("40001", (message, state, sql, violated) -> new SerializationFailureException(message, state, sql)),
    DEADLOCK("40P01", (message, state, sql, violated) -> new DeadlockException(message, state, sql)),
    LOCK_TIMEOUT("55P03", (message, state, sql, violated) -> new LockTimeoutException(message, state, sql)),
    CANCELLED("57014", (message, state, sql, violated) -> new StatementCancelledException(message, state, sql)),
    SYNTAX(null, (message, state, sql, violated) -> new SyntaxException(message, state, sql)),
    UNDEFINED(null, (message, state, sql, violated) -> new UndefinedObjectException(message, state, sql)),
    CONNECTION(null, (message, state, sql, violated) -> new ConnectionLostException(message, state, sql)),
    OTHER(null, (message, state, sql, violated) -> new DatabaseException(message, state, sql));

    @SuppressWarnings("ImmutableEnumChecker") // constructors
    private final Maker maker;

    private final @Nullable String standard;

    Failure(@Nullable String standard, Maker maker) {
        this.standard = standard;
        this.maker = maker;
    }

    /** What happened, in words: those of the code that says it best, where databases have others for it. */
    String inWords(@Nullable String state) {
        return SqlStates.describe(standard != null ? standard : state);
    }

    /** Whether it may be about a constraint of that kind. */
    boolean concerns(Kind kind) {
        return switch (this) {
            case UNIQUE -> kind == Kind.UNIQUE || kind == Kind.PRIMARY_KEY;
            case FOREIGN_KEY -> kind == Kind.FOREIGN_KEY;
            case NOT_NULL -> kind == Kind.NOT_NULL;
            case CHECK -> kind == Kind.CHECK;
            case CONSTRAINT -> true;
            default -> false;
        };
    }

    @FunctionalInterface
    private interface Maker {
        DatabaseException make(String message, @Nullable String state, @Nullable String sql, Violated violated);
    }

    DatabaseException exception(String message, @Nullable String state, @Nullable String sql, Violated violated) {
        return maker.make(message, state, sql, violated);
    }

    /** Where a database has one SQLSTATE for several things, its own code tells them apart. */
    static Failure of(@Nullable String state, int code) {
        if (state == null || state.length() < 2) {
            return byCode(code, OTHER);
        }
        return switch (state) {
            case "23505" -> UNIQUE;
            case "23503", "23506", "23001" -> FOREIGN_KEY;
            case "23502" -> NOT_NULL;
            case "23514", "23513" -> CHECK;
            case "23P01" -> EXCLUSION;
            case "40P01" -> DEADLOCK;
            case "40001" -> byCode(code, SERIALIZATION);
            case "55P03", "HYT00" -> LOCK_TIMEOUT;
            case "57014" -> CANCELLED;
            case "42601" -> SYNTAX;
            case "42P01", "42703", "42883", "42704", "3F000", "42P02", "42S02", "42S22", "42S03", "42S04" -> UNDEFINED;
            default -> byCode(code, byClass(state.substring(0, 2)));
        };
    }

    /** Codes of MariaDB and H2. */
    private static Failure byCode(int code, Failure otherwise) {
        return switch (code) {
            case 1062, 1586 -> UNIQUE;
            case 1451, 1452, 1216, 1217 -> FOREIGN_KEY;
            case 1048, 1364 -> NOT_NULL;
            case 4025 -> CHECK;
            case 1213, 40001 -> DEADLOCK;
            case 1020 -> SERIALIZATION;
            case 1205, 50200 -> LOCK_TIMEOUT;
            case 1317, 1969, 57014 -> CANCELLED;
            case 1064, 42000, 42001 -> SYNTAX;
            case 1146, 1054, 1305, 1091, 42102, 42104, 42122, 90022 -> UNDEFINED;
            case 90007, 90067, 90098, 90121 -> CONNECTION;
            default -> otherwise;
        };
    }

    private static Failure byClass(String group) {
        return switch (group) {
            case "08", "57" -> CONNECTION;
            case "23" -> CONSTRAINT;
            case "42" -> SYNTAX;
            default -> OTHER;
        };
    }
}
