/** What a file lies on: the mount, and the block device below it, as /proc, /sys and the device tell. */
@NullMarked
package io.pagetax.linux.device;

import org.jspecify.annotations.NullMarked;
