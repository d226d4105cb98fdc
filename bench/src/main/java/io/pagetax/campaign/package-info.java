/** A run from its targets to its files: lays out, measures, journals, sums up. */
@NullMarked
package io.pagetax.campaign;

import org.jspecify.annotations.NullMarked;
