package io.sluice.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The rows of the table are spread over partitions, by the value of an attribute. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Partitioned {
    By by();

    /** The attribute whose value says where a row belongs. */
    String attribute();

    /** The partitions, unless they are made by hash. */
    Partition[] value() default {};

    /** The name of the partition for what belongs to no other; empty if there is none. */
    String rest() default "";

    /** How many partitions a hash makes. */
    int count() default 0;

    /** How a value says where its row belongs. */
    enum By {
        RANGE,
        LIST,
        HASH
    }
}
