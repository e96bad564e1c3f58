/**
 * The process that compares: starts the database, runs a fork for each contender and round, reports ratios.
 * Knows contenders only by name and class path. Begin at {@link io.sluice.benchmark.comparison.Comparison}.
 */
package io.sluice.benchmark.comparison;
