/** The published data model, {@code run.json}, and the journal that loses nothing. */
@NullMarked
package io.pagetax.result;

import org.jspecify.annotations.NullMarked;
