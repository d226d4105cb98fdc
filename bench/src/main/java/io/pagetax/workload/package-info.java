/** What is asked, in fio's words: records and enums without behaviour towards the system. */
@NullMarked
package io.pagetax.workload;

import org.jspecify.annotations.NullMarked;
