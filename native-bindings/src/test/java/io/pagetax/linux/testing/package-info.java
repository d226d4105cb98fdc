/** What tests need from the machine: programs, privileges, devices and file systems, put up and taken down. */
@NullMarked
package io.pagetax.linux.testing;

import org.jspecify.annotations.NullMarked;
