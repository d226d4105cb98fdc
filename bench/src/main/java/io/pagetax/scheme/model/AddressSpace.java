package io.pagetax.scheme.model;

/** The memory of a process, as far as page faults need it: struct mm_struct. */
public final class AddressSpace {

    private final RwSemaphore mmapLock = new RwSemaphore("mmap_lock");

    /** Held shared by faults, and alone by those who map and unmap. */
    public RwSemaphore mmapLock() {
        return mmapLock;
    }
}
