package io.pagetax.scheme.verify;

import io.pagetax.scheme.model.RwSemaphore;
import io.pagetax.scheme.model.Task;

/** A thread that calls mmap(2) or munmap(2). */
final class Remap implements Runnable {

    private final Task task;

    Remap(Task task) {
        this.task = task;
    }

    @Override
    public void run() {
        RwSemaphore mmapLock = task.addressSpace().mmapLock();
        mmapLock.downWrite(task);
        mmapLock.upWrite(task);
    }
}
