/**
 * A page cache in user space, close enough to that of Linux that what is proposed for the one can be tried on the other:
 * {@link io.pagetax.scheme.model.PageCache} is a file's pages under an {@link io.pagetax.scheme.model.PageIndex}, {@link
 * io.pagetax.scheme.model.Task} who asks, {@link io.pagetax.scheme.model.UserBuffer} the memory that is asked for, which
 * may be a mapping of such a file and then faults.
 *
 * <p>What has no equal here: large folios, the TLB and its flushes, LRU lists (reclaim is a clock), RCU's grace periods
 * (the collector frees nodes), interrupts, and I/O that completes after the call. Every number that comes from this model
 * is without them.
 */
@NullMarked
package io.pagetax.scheme.model;

import org.jspecify.annotations.NullMarked;
