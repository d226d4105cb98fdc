/**
 * What was proposed or built in Linux, from 2006 on, to keep direct I/O coherent with the page cache, over the page cache of
 * {@link io.pagetax.scheme.model}: one {@link io.pagetax.scheme.CoherenceScheme} each, registered in {@link
 * io.pagetax.scheme.Schemes}. The same classes are measured and verified.
 */
@NullMarked
package io.pagetax.scheme;

import org.jspecify.annotations.NullMarked;
