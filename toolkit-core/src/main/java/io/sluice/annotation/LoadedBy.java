package io.sluice.annotation;

import io.sluice.mapping.LoadStrategy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a relation is loaded where a query says nothing of it; without this annotation it is not. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface LoadedBy {
    LoadStrategy value();
}
