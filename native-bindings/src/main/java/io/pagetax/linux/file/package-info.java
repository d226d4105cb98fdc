/**
 * Files, buffers and mappings for Linux I/O: system calls with their results checked, and memory with an owner.
 *
 * <p>Who opens, allocates or maps, closes. Every {@code close()} here may be called again; every other use after it
 * throws {@link java.lang.IllegalStateException}. A failing call throws {@link
 * io.pagetax.linux.file.NativeIoException}, which names the call, the file, the range, the error and, where there is
 * one, the usual cause.
 */
@NullMarked
package io.pagetax.linux.file;

import org.jspecify.annotations.NullMarked;
