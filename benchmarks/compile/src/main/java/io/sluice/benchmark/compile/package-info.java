/**
 * JMH: what it costs to make SQL text of a statement, for two statements that each library says in its own way.
 * Begin at {@link io.sluice.benchmark.compile.StatementBenchmark}; a test pins the text, so that all say the same.
 */
package io.sluice.benchmark.compile;
