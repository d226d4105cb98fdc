/** Says whether a machine is fit to measure on: one small check for each thing that spoils measurements. */
@NullMarked
package io.pagetax.doctor;

import org.jspecify.annotations.NullMarked;
