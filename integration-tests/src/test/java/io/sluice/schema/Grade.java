package io.sluice.schema;

/** Labels of an enum type. */
enum Grade {
    FINE,
    WORN,
    BROKEN
}
