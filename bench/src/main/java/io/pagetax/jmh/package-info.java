/** The JMH benchmarks: thin, since what they do is in {@link io.pagetax.sample}. */
@NullMarked
package io.pagetax.jmh;

import org.jspecify.annotations.NullMarked;
