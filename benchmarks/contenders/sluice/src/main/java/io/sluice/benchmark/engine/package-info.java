/** Sluice, as it stands in this tree. */
package io.sluice.benchmark.engine;
