package io.pagetax.scheme;

import io.pagetax.scheme.model.FaultHandler;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Task;

/**
 * A protocol between direct I/O and the page cache of one file. Transfers return the pages that they moved, which may be
 * fewer than asked for, or a negative errno. <b>Thread-safe</b>, with a task and a request for each thread.
 */
public interface CoherenceScheme extends FaultHandler {

    /** read(2) with O_DIRECT. */
    int directRead(Task task, Request request);

    /** write(2) with O_DIRECT, inside the file. */
    int directWrite(Task task, Request request);

    /** read(2). */
    int bufferedRead(Task task, Request request);

    /** write(2), inside the file. */
    int bufferedWrite(Task task, Request request);

    /** fsync(2) of a part: 0, or an error that was kept for it. */
    int sync(Task task, long index, int pages);

    /** fallocate(2) with FALLOC_FL_PUNCH_HOLE: the pages read as zeros afterwards. */
    void punchHole(Task task, long index, int pages);
}
