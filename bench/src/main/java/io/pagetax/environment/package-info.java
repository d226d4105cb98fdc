/** The machine, kernel, JVM and the stack under each target, as recorded with every run. */
@NullMarked
package io.pagetax.environment;

import org.jspecify.annotations.NullMarked;
