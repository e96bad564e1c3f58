/** Spring Data R2DBC: the layer most reactive programs on SQL are written with. */
package io.sluice.benchmark.spring;
