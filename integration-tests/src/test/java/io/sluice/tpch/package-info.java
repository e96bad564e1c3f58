/** The twenty-two queries of TPC-H, said by the builder alone, and the same by hand to compare them with. Begin with any query. */
@NullMarked
package io.sluice.tpch;

import org.jspecify.annotations.NullMarked;
