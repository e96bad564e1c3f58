/** The raw driver: the floor that layers are measured against, and what a program that knows no tricks gets of it. */
package io.sluice.benchmark.driver;
