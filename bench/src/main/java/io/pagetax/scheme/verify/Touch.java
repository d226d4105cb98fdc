package io.pagetax.scheme.verify;

import io.pagetax.scheme.model.Task;

/** A thread that touches the mapping of a file. */
final class Touch implements Runnable {

    private final Task task;
    private final World.File file;

    Touch(Task task, World.File file) {
        this.task = task;
        this.file = file;
    }

    @Override
    public void run() {
        file.mapping().load(task, 0);
    }
}
