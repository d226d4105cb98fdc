/** Medians, ratios and their confidence intervals. */
@NullMarked
package io.pagetax.analysis;

import org.jspecify.annotations.NullMarked;
