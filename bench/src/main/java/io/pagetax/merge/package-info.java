/** Several runs as one: histograms added, samples side by side, and where each came from. */
@NullMarked
package io.pagetax.merge;

import org.jspecify.annotations.NullMarked;
