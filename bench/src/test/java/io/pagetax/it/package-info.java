/** Tests of the program as users run it: the jars, real files, signals, file systems, a browser. */
@NullMarked
package io.pagetax.it;

import org.jspecify.annotations.NullMarked;
