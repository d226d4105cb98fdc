/** What is made of a run for other programs and for people: files in the forms that they take. */
@NullMarked
package io.pagetax.export;

import org.jspecify.annotations.NullMarked;
