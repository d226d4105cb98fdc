package io.pagetax.scheme.verify;

import io.pagetax.scheme.model.Task;

/** A thread that punches a hole. */
final class Cut implements Runnable {

    private final Task task;
    private final World.File file;
    private final long page;

    Cut(Task task, World.File file, long page) {
        this.task = task;
        this.file = file;
        this.page = page;
    }

    @Override
    public void run() {
        file.scheme().punchHole(task, page, 1);
    }
}
