package io.pagetax.scheme.model;

import org.jspecify.annotations.Nullable;

/** What a file does when its mapping is touched where no page is: vm_operations_struct.fault and page_mkwrite. */
@FunctionalInterface
public interface FaultHandler {

    /**
     * Finds or brings the page.
     *
     * @param write whether it is to be written, and then is dirty on return
     * @return up to date, locked, with a reference for the caller; null if the fault fails, with EFAULT
     */
    @Nullable Page fault(Task task, long index, boolean write);
}
