/**
 * What schemes cost: {@link io.pagetax.scheme.measure.Testbed} is a machine with one file under a scheme, {@link
 * io.pagetax.scheme.measure.Bill} what one transfer on it takes, counted.
 */
@NullMarked
package io.pagetax.scheme.measure;

import org.jspecify.annotations.NullMarked;
