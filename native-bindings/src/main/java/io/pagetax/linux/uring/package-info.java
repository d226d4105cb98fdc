/**
 * io_uring without C: the rings are memory that this process shares with the kernel, so that many I/Os are handed over
 * and taken back with one system call or none.
 *
 * <p>{@link io.pagetax.linux.uring.IoUring} is the ring in the kernel's own terms. {@link
 * io.pagetax.linux.uring.TransferQueue} is what most users want: a fixed number of blocks on one file, each read or
 * written to its end whatever the kernel splits, interrupts or puts off.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/io_uring.7.html">io_uring(7)</a>
 */
@NullMarked
package io.pagetax.linux.uring;

import org.jspecify.annotations.NullMarked;
