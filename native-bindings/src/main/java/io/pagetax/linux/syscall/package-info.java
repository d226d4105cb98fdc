/**
 * The system calls themselves: the one place where Java meets libc.
 *
 * <p>{@link io.pagetax.linux.syscall.Syscalls} states what the kernel offers, in the kernel's own terms: addresses and
 * lengths go in as {@code long}, a result or a negative error number comes out. Nothing here throws on a failing call,
 * allocates on a successful one or knows about files; {@code io.pagetax.linux.file} adds that. {@link
 * io.pagetax.linux.syscall.Binding} says by which way the calls are made.
 */
@NullMarked
package io.pagetax.linux.syscall;

import org.jspecify.annotations.NullMarked;
