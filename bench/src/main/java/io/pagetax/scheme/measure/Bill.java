package io.pagetax.scheme.measure;

import io.pagetax.linux.file.NativeIoException;
import io.pagetax.scheme.Schemes;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Tally;
import io.pagetax.scheme.model.Task;

/** What one transfer takes under a scheme, with nobody else there: counted, and the same each time. */
public final class Bill {

    private static final int FIRST_PAGE = 70 * Testbed.LONGEST;

    private Bill() {}

    /**
     * Of one transfer.
     *
     * @param write whether it is one
     * @param residency of the file before it
     * @param pages that it moves
     */
    public static Tally of(Schemes scheme, boolean write, Residency residency, int pages) throws NativeIoException {
        try (Testbed testbed = Testbed.onNull(scheme, 2)) {
            testbed.cache(residency);
            Task task = new Task(1);
            Request request = (write ? testbed.writeFrom(0) : testbed.readInto(0)).of(FIRST_PAGE, pages);
            if (write) {
                testbed.scheme().directWrite(task, request);
            } else {
                testbed.scheme().directRead(task, request);
            }
            return task.counts().tally();
        }
    }
}
