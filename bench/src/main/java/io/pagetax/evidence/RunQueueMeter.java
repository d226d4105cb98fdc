package io.pagetax.evidence;

import io.pagetax.linux.file.NativeIoException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Time that a job's thread was ready to run and waited for a processor, from the second number of
 * /proc/thread-self/schedstat, where the kernel keeps it (CONFIG_SCHED_INFO).
 */
final class RunQueueMeter implements Meter {

    private static final Path FILE = Path.of("/proc/thread-self/schedstat");

    /** The first space is before the second number. */
    private static final byte[] SPACE = " ".getBytes(StandardCharsets.US_ASCII);

    private final @Nullable ProcFile file;
    private long waitedAtStart;
    private long waited;

    /** For the calling thread. */
    RunQueueMeter() {
        this.file = open();
    }

    private static @Nullable ProcFile open() {
        try {
            return ProcFile.open(FILE);
        } catch (NativeIoException notTold) {
            return null;
        }
    }

    @Override
    public void reset() {
        waited = 0;
    }

    @Override
    public void begin() throws NativeIoException {
        if (file != null) {
            file.refresh();
            waitedAtStart = file.numberAfter(SPACE);
        }
    }

    @Override
    public void end() throws NativeIoException {
        if (file != null) {
            file.refresh();
            waited += file.numberAfter(SPACE) - waitedAtStart;
        }
    }

    @Override
    public void report(SampleEvidence.Builder evidence) {
        if (file != null) {
            evidence.put(Quantity.RUN_QUEUE_NANOS, waited);
        }
    }

    @Override
    public void close() throws NativeIoException {
        if (file != null) {
            file.close();
        }
    }
}
