/** One small class a way to issue an I/O; accounting, timing and errors are handled by who calls. */
@NullMarked
package io.pagetax.engine;

import org.jspecify.annotations.NullMarked;
