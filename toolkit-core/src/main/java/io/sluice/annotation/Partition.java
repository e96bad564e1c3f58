package io.sluice.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A part of a table that is {@link Partitioned}. Values are said as text, dates as {@code 2025-01-31}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Partition {
    String name();

    /** The first value of a range; empty if it has no beginning. */
    String from() default "";

    /** The first value behind a range; empty if it has no end. */
    String to() default "";

    /** The values of a list. */
    String[] values() default {};
}
