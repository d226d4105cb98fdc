/** A run's rows in the formats of other programs. */
@NullMarked
package io.pagetax.export;

import org.jspecify.annotations.NullMarked;
