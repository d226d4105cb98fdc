/**
 * The page cache as a file's user sees it: how many pages are resident, and ways to change that which work for any user
 * on files of their own.
 */
@NullMarked
package io.pagetax.linux.pagecache;

import org.jspecify.annotations.NullMarked;
