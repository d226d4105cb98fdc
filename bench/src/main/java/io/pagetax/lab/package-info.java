/**
 * Scratch file systems to measure on, made from nothing and removed again without a trace: what is to be done is written
 * into a state file before it is done, so that it can be undone after a crash, too.
 */
@NullMarked
package io.pagetax.lab;

import org.jspecify.annotations.NullMarked;
