/** Random graphs over every kind of relation, and what loads them in every way. */
@NullMarked
package io.sluice.graph;

import org.jspecify.annotations.NullMarked;
