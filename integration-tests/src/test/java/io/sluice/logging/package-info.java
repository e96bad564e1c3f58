/** What is logged while tests run: warnings are printed, and everything of ours can be captured. */
@NullMarked
package io.sluice.logging;

import org.jspecify.annotations.NullMarked;
