/** The calling thread as the kernel sees it: where it may run, and what it has used. */
@NullMarked
package io.pagetax.linux.thread;

import org.jspecify.annotations.NullMarked;
