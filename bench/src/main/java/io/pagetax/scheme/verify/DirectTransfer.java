package io.pagetax.scheme.verify;

import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;

/**
 * Direct I/O of a page, by a task of its own. A class with plain fields: of a lambda or a record the model checker cannot
 * see what it leads to, and takes that for private to a thread.
 */
final class DirectTransfer implements Runnable {

    private final Task task;
    private final World.File file;
    private final Request request;
    private int result;

    DirectTransfer(Task task, World.File file, Request request) {
        this.task = task;
        this.file = file;
        this.request = request;
    }

    @Override
    public void run() {
        result = request.isWrite()
                ? file.scheme().directWrite(task, request)
                : file.scheme().directRead(task, request);
    }

    /** Pages, or an error; to be asked when it has ended. */
    int result() {
        return result;
    }
}
