/**
 * JMH: what it costs to make SQL text of a statement, for two statements that each library says in its own way.
 * A library is a class of statements and a class of benchmarks; a test pins the text, so that all render the same.
 */
package io.sluice.benchmark.compile;
