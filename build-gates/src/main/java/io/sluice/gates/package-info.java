/**
 * What the tests of every module check its code with. Begin with {@link io.sluice.gates.ModuleRules} for the rules of
 * architecture, and with {@link io.sluice.gates.Snippets} for code that must, or must not, compile.
 */
@NullMarked
package io.sluice.gates;

import org.jspecify.annotations.NullMarked;
