package io.sluice.tpch;

import io.sluice.sql.Condition;
import io.sluice.sql.Expression;
import java.time.LocalDate;
import java.time.Period;

/** Conditions that many of the queries have. */
final class Dates {
    static final Period ONE_MONTH = Period.ofMonths(1);
    static final Period THREE_MONTHS = Period.ofMonths(3);
    static final Period ONE_YEAR = Period.ofYears(1);

    private Dates() {}

    /** The first day belongs to it, the day after the last does not. */
    static Condition during(Expression<LocalDate> date, LocalDate first, Period length) {
        return date.ge(first).and(date.lt(first.plus(length)));
    }
}
