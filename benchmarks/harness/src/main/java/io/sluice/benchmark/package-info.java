/**
 * What every process of the comparison knows: scenarios, contenders, and the line of figures a fork prints.
 * Imports nothing but the JDK, so that a contender's class path is its own. Begin at {@link io.sluice.benchmark.Contender}.
 */
package io.sluice.benchmark;
