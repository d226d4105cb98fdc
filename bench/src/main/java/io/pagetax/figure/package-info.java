/** What of a run is drawn: each figure is one small class, drawn as SVG by one library in one place. */
@NullMarked
package io.pagetax.figure;

import org.jspecify.annotations.NullMarked;
