/** What the kernel says happened in a sample, and whether that bears out the row's name. */
@NullMarked
package io.pagetax.evidence;

import org.jspecify.annotations.NullMarked;
