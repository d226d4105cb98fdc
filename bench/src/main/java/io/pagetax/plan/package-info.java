/** Which cells run in which order and round, and the JMH runs that carry them out. */
@NullMarked
package io.pagetax.plan;

import org.jspecify.annotations.NullMarked;
