package io.sluice.test.database;

import org.jspecify.annotations.Nullable;

/** The environment variables. */
@FunctionalInterface
interface Environment {

    @Nullable
    String variable(String name);
}
