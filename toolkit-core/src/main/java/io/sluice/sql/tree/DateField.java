package io.sluice.sql.tree;

/** A part of a date or time that can be extracted. */
public enum DateField {
    YEAR,
    QUARTER,
    MONTH,
    WEEK,
    DAY,
    HOUR,
    MINUTE,
    SECOND
}
