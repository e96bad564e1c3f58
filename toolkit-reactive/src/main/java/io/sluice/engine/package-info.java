/**
 * Runs statements: one place leases connections ({@code Pool}), one compiles and keeps what it compiled ({@code
 * Preparations}), one binds, reads and ends ({@code Execution}). It knows statements and rows, and nothing of entities.
 * Imports {@code codec} and core. Begin with {@link io.sluice.engine.Engine}.
 */
@NullMarked
package io.sluice.engine;

import org.jspecify.annotations.NullMarked;
