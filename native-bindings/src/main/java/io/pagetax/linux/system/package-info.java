/**
 * The machine as a whole, from /proc and cgroupfs: what else keeps its processors, memory and devices busy while something
 * is measured, and how much of them this process may use. Sums since boot are subtracted with {@code minus}; a number that
 * this kernel does not tell is null.
 */
@NullMarked
package io.pagetax.linux.system;

import org.jspecify.annotations.NullMarked;
