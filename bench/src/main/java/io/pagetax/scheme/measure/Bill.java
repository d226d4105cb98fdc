package io.pagetax.scheme.measure;

import io.pagetax.linux.file.NativeIoException;
import io.pagetax.scheme.Schemes;
import io.pagetax.scheme.model.Request;
import io.pagetax.scheme.model.Tally;
import io.pagetax.scheme.model.Task;

/**
 * What one transfer takes under a scheme, with nobody else there: counted, and the same each time. Of a file that is cached in
 * parts it depends on the place, so that it is asked for at as many places as there are hundredths.
 */
public final class Bill {

    private static final int PLACES = 100;

    // Neither has a factor in common with a hundred or a power of two: all places, and all hundredths, are different
    // ones.
    private static final int STEP = 39;
    private static final int FIRST = 2 * STEP;

    private Bill() {}

    /** At how many places {@link #of} makes a transfer. */
    public static int places(Residency residency) {
        return residency.isMixed() ? PLACES : 1;
    }

    /**
     * Of one transfer at each place, together.
     *
     * @param write whether it is one
     * @param residency of the file before it
     * @param pages that it moves
     */
    public static Tally of(Schemes scheme, boolean write, Residency residency, int pages) throws NativeIoException {
        try (Testbed testbed = Testbed.onNull(scheme, residency, 2)) {
            Task task = new Task(1);
            Request request = write ? testbed.writeFrom(0) : testbed.readInto(0);
            for (int place = 0; place < places(residency); place++) {
                request.of((long) (FIRST + place * STEP) % (Testbed.PAGES / pages) * pages, pages);
                if (write) {
                    testbed.scheme().directWrite(task, request);
                } else {
                    testbed.scheme().directRead(task, request);
                }
            }
            return task.counts().tally();
        }
    }
}
