/** The commands: parse, call, print; exit codes. */
@NullMarked
package io.pagetax.cli;

import org.jspecify.annotations.NullMarked;
