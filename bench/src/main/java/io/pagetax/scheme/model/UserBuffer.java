package io.pagetax.scheme.model;

import io.pagetax.linux.syscall.Errno;

/** The memory that a program hands to the kernel for a transfer, page by page. */
public interface UserBuffer {

    /** What a pin gives that needs a fault where faults fail, or whose fault fails. */
    int EFAULT = -Errno.EFAULT.number();

    /**
     * get_user_pages(): makes pages resident, which may fault and take what the fault takes, and keeps them so until they
     * are {@linkplain #unpin given back}. Their frames go to {@link Task#pinned()}.
     *
     * @param first page of the buffer
     * @param write whether the transfer writes to them
     * @return how many are pinned, from {@code first} on: fewer than asked for if one cannot be; or {@link #EFAULT}
     */
    int pin(Task task, int first, int count, boolean write);

    /** fault_in_readable(), fault_in_writeable(): makes pages resident, which may change again. How many are. */
    default int faultIn(Task task, int first, int count, boolean write) {
        int pinned = pin(task, first, count, write);
        if (pinned > 0) {
            unpin(task, first, pinned, write);
        }
        return Math.max(pinned, 0);
    }

    /** unpin_user_pages(). Those that were written to are dirty then. */
    void unpin(Task task, int first, int count, boolean written);
}
