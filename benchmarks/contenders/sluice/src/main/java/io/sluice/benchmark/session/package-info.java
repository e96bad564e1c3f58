/** Sluice's sessions, as they stand in this tree. */
package io.sluice.benchmark.session;
