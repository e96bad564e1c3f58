/** Hibernate Reactive: entities over the Vert.x client, not R2DBC. */
package io.sluice.benchmark.hibernate;
