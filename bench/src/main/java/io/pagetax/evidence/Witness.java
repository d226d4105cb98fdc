package io.pagetax.evidence;

import io.pagetax.linux.file.NativeIoException;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the evidence of one job's samples from readings before and after each pass. It works outside of the timed
 * parts only. <b>Not thread-safe</b>, and bound to the thread that constructs it, whose I/O it follows.
 */
public final class Witness implements AutoCloseable {

    private final @Nullable IoAccounting accounting;
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
     * @param filePages pages of the job's region
     * @param expectedPages of them, those that should be resident at the start of a pass
     * @param pageSize bytes in a page
     */
    public Witness(long filePages, long expectedPages, int pageSize) {
        this.accounting = openAccounting();
        this.filePages = filePages;
        this.expectedPages = expectedPages;
        this.pageSize = pageSize;
    }

    private static @Nullable IoAccounting openAccounting() {
        try {
            return IoAccounting.ofThisThread();
        } catch (NativeIoException notTold) {
            // Recorded as null in the evidence, which the judge reports as unverifiable.
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
    public void startPass(@Nullable Long residentPages) throws NativeIoException {
        passes++;
        if (residentBefore == null || (residentPages != null && isFarther(residentPages, residentBefore))) {
            residentBefore = residentPages;
        }
        if (accounting != null) {
            accounting.refresh();
            readAtStart = accounting.readBytes();
            writtenAtStart = accounting.writeBytes();
        }
    }

    private boolean isFarther(long pages, long thanPages) {
        return Math.abs(pages - expectedPages) > Math.abs(thanPages - expectedPages);
    }

    /** The timed part is over; {@code bytes} were asked for in it. */
    public void endTimedPart(long bytes) throws NativeIoException {
        requestedBytes += bytes;
        lastPassBytes = bytes;
        if (accounting != null) {
            accounting.refresh();
            deviceReadBytes += accounting.readBytes() - readAtStart;
            deviceWriteBytes += accounting.writeBytes() - writtenAtStart;
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
                accounting == null ? null : Long.valueOf(deviceReadBytes),
                accounting == null ? null : Long.valueOf(deviceWriteBytes));
    }

    @Override
    public void close() throws NativeIoException {
        if (accounting != null) {
            accounting.close();
        }
    }
}
