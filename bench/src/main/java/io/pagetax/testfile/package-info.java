/** The data file: made, filled with data that can be recognised, put into a cache state, and removed. */
@NullMarked
package io.pagetax.testfile;

import org.jspecify.annotations.NullMarked;
