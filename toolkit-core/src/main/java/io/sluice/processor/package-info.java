/**
 * The annotation processor: reads entity classes and writes their tables. {@code EntityProcessor} is where javac comes in;
 * an {@code EntityReader} makes a model of a class, an {@code EntityWriter} the source of it. It loads no class of the
 * model, nor any annotation.
 */
@NullMarked
package io.sluice.processor;

import org.jspecify.annotations.NullMarked;
