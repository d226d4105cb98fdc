package io.pagetax.evidence;

import io.pagetax.workload.Workload;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the evidence of one job's samples from readings before and after each pass. It works outside of the timed
 * parts only. <b>Not thread-safe</b>, and bound to the thread that constructs it, whose I/O it follows.
 */
public final class Witness implements AutoCloseable {

    private @Nullable IoAccount account;
    private final long filePages;
    private final long expectedPages;
    private final int pageSize;

    private long passes;
    private @Nullable Long residentBefore;
    private @Nullable Long residentAfter;
    private long requestedBytes;
    private long lastPassBytes;
    private long readAtStart;
    private long writtenAtStart;
    private long deviceReadBytes;
    private long deviceWriteBytes;

    /**
     * For one job.
     *
     * @param workload says who does the I/O
     * @param filePages pages of the job's region
     * @param expectedPages of them, those that should be resident at the start of a pass
     * @param pageSize bytes in a page
     */
    public Witness(Workload workload, long filePages, long expectedPages, int pageSize) {
        this.account = openAccount(workload);
        this.filePages = filePages;
        this.expectedPages = expectedPages;
        this.pageSize = pageSize;
    }

    /** What cannot be told is recorded as null in the evidence, which the judge reports as unverifiable. */
    private static @Nullable IoAccount openAccount(Workload workload) {
        try {
            return workload.ioengine().queues()
                    ? new RingAccounting(workload.numjobs() == 1)
                    : IoAccounting.ofThisThread();
        } catch (IOException notTold) {
            return null;
        }
    }

    /** Forgets everything and begins a sample. */
    public void startSample() {
        passes = 0;
        residentBefore = null;
        residentAfter = null;
        requestedBytes = 0;
        lastPassBytes = 0;
        deviceReadBytes = 0;
        deviceWriteBytes = 0;
    }

    /** The cache state is set and the timed part is about to begin. {@code residentPages} is null if not known. */
    public void startPass(@Nullable Long residentPages) throws IOException {
        passes++;
        if (residentBefore == null || (residentPages != null && isFarther(residentPages, residentBefore))) {
            residentBefore = residentPages;
        }
        IoAccount fresh = refreshed();
        if (fresh != null) {
            readAtStart = fresh.readBytes();
            writtenAtStart = fresh.writeBytes();
        }
    }

    private boolean isFarther(long pages, long thanPages) {
        return Math.abs(pages - expectedPages) > Math.abs(thanPages - expectedPages);
    }

    /** The timed part is over; {@code bytes} were asked for in it. */
    public void endTimedPart(long bytes) throws IOException {
        requestedBytes += bytes;
        lastPassBytes = bytes;
        IoAccount fresh = refreshed();
        if (fresh != null) {
            deviceReadBytes += fresh.readBytes() - readAtStart;
            deviceWriteBytes += fresh.writeBytes() - writtenAtStart;
        }
    }

    /** From the first reading that cannot be had there is no account any more. */
    private @Nullable IoAccount refreshed() throws IOException {
        IoAccount current = account;
        if (current == null) {
            return null;
        }
        try {
            current.refresh();
            return current;
        } catch (IOException notTold) {
            account = null;
            current.close();
            return null;
        }
    }

    /** What is resident at the end of a pass; null if not known. */
    public void endPass(@Nullable Long residentPages) {
        residentAfter = residentPages;
    }

    /** The evidence of the sample that began with {@link #startSample()}. */
    public SampleEvidence evidence() {
        return new SampleEvidence(
                passes,
                filePages,
                expectedPages,
                residentBefore,
                residentAfter,
                lastPassBytes / pageSize,
                requestedBytes,
                account == null ? null : Long.valueOf(deviceReadBytes),
                account == null ? null : Long.valueOf(deviceWriteBytes));
    }

    @Override
    public void close() throws IOException {
        if (account != null) {
            account.close();
        }
    }
}
