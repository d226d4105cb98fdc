package io.pagetax.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Time that a job's thread was ready to run and waited for a processor, from the second number of
 * /proc/thread-self/schedstat, where the kernel keeps it (CONFIG_SCHED_INFO).
 */
final class RunQueueMeter implements Meter {

    private static final Path FILE = Path.of("/proc/thread-self/schedstat");

    private @Nullable Long waitedAtStart;
    private @Nullable Long waited = 0L;

    @Override
    public void reset() {
        waited = 0L;
    }

    @Override
    public void begin() {
        waitedAtStart = read();
    }

    @Override
    public void end() {
        Long now = read();
        waited = waited == null || waitedAtStart == null || now == null
                ? null
                : Long.valueOf(waited + now - waitedAtStart);
    }

    private static @Nullable Long read() {
        try {
            return Long.valueOf(
                    Files.readString(FILE, StandardCharsets.US_ASCII).split(" ", -1)[1]);
        } catch (IOException notTold) {
            return null;
        }
    }

    @Override
    public void report(SampleEvidence.Builder evidence) {
        evidence.put(Quantity.RUN_QUEUE_NANOS, waited);
    }
}
