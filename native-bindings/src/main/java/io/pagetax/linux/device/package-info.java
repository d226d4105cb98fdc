/**
 * What a file lies on: the mount, the layers below it down to the disks, and what each of those is and has done, as /proc,
 * /sys and the device tell.
 */
@NullMarked
package io.pagetax.linux.device;

import org.jspecify.annotations.NullMarked;
