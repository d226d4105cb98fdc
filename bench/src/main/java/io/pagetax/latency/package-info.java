/** Every operation's time into an HdrHistogram, and histograms to and from interval logs. */
@NullMarked
package io.pagetax.latency;

import org.jspecify.annotations.NullMarked;
