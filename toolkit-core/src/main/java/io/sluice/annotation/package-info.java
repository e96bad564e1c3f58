/**
 * What the processor reads beside Jakarta's annotations, for what those cannot say. It imports only the words that they
 * use.
 */
@NullMarked
package io.sluice.annotation;

import org.jspecify.annotations.NullMarked;
