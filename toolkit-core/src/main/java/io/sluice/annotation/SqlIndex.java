package io.sluice.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An index that Jakarta's annotation cannot say: over expressions, over some rows only, or of another method. Attributes stand in braces where they are part of SQL, as in {@code @SqlIndex(value = "lower({email})", where = "{deletedAt} IS NULL")}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(SqlIndexes.class)
@Target(ElementType.TYPE)
public @interface SqlIndex {
    /** Attributes or SQL, each with {@code ASC} or {@code DESC} if it matters. */
    String[] value();

    String name() default "";

    boolean unique() default false;

    /** The database's method, such as {@code gin}; empty for its usual one. */
    String method() default "";

    /** SQL that holds for the rows that are in the index; empty for all. */
    String where() default "";
}
