/** One job's share of a sample: passes over its region in the cache state asked for, timed and witnessed. */
@NullMarked
package io.pagetax.sample;

import org.jspecify.annotations.NullMarked;
