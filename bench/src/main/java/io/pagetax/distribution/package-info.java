/** What the interval log of a run shows: distributions of rows, and their course. */
@NullMarked
package io.pagetax.distribution;

import org.jspecify.annotations.NullMarked;
