/**
 * What a file system really does with direct I/O beside the page cache, found by doing it.
 *
 * <p>Each {@link io.pagetax.probe.Probe} asks one question on files of its own in a scratch folder. All of them are asked
 * in a child process ({@link io.pagetax.probe.Respondent}), since some may hang it in the kernel or spoil its memory; {@link
 * io.pagetax.probe.Interview} watches it and goes on with another one.
 */
@NullMarked
package io.pagetax.probe;

import org.jspecify.annotations.NullMarked;
