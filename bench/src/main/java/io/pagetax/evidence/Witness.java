package io.pagetax.evidence;

import io.pagetax.latency.HitMiss;
import io.pagetax.latency.LatencySample;
import io.pagetax.linux.pagecache.Residency;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the evidence of one job's samples from readings before and after each pass. It works outside of the timed
 * parts only. <b>Not thread-safe</b>, and bound to the thread that constructs it, whose work it follows.
 */
public final class Witness implements AutoCloseable {

    private final long filePages;
    private final long expectedPages;
    private final long expectedDirtyPages;
    private final int pageSize;
    private final boolean onePageEach;
    private final List<Meter> meters;

    private long passes;
    private @Nullable Residency before;
    private @Nullable Residency after;
    private long issued;
    private long requestedBytes;
    private long lastPassPages;

    /**
     * For one job.
     *
     * @param workload says who does the I/O
     * @param filePages pages of the job's region
     * @param expectedPages of them, those that should be resident at the start of a pass
     * @param pageSize bytes in a page
     */
    public Witness(Workload workload, long filePages, long expectedPages, int pageSize) {
        this.filePages = filePages;
        this.expectedPages = expectedPages;
        this.expectedDirtyPages = workload.cache().isDirty() ? expectedPages : 0;
        this.pageSize = pageSize;
        this.onePageEach = workload.visitsOneBlockAPage(pageSize);
        IoMeter io = new IoMeter(workload);
        this.meters = List.of(new RunQueueMeter(), io, new UsageMeter(io::hadWorkers));
    }

    /** Forgets everything and begins a sample. */
    public void startSample() {
        passes = 0;
        before = null;
        after = null;
        issued = 0;
        requestedBytes = 0;
        lastPassPages = 0;
        meters.forEach(Meter::reset);
    }

    /** The cache state is set and the timed part is about to begin. {@code residency} is null if not known. */
    public void startPass(@Nullable Residency residency) throws IOException {
        passes++;
        if (before == null || (residency != null && distance(residency) > distance(before))) {
            before = residency;
        }
        for (Meter meter : meters) {
            meter.begin();
        }
    }

    private long distance(Residency residency) {
        long dirty = residency.dirty() == Residency.UNKNOWN ? expectedDirtyPages : residency.dirty();
        return Math.abs(residency.resident() - expectedPages) + Math.abs(dirty - expectedDirtyPages);
    }

    /** The timed part is over; {@code count} operations asked for {@code bytes} in it. */
    public void endTimedPart(long count, long bytes) throws IOException {
        for (int i = meters.size() - 1; i >= 0; i--) {
            meters.get(i).end();
        }
        issued += count;
        requestedBytes += bytes;
        lastPassPages = onePageEach ? count : bytes / pageSize;
    }

    /** What is resident at the end of a pass; null if not known. */
    public void endPass(@Nullable Residency residency) {
        after = residency;
    }

    /**
     * The evidence of the sample that began with {@link #startSample()}.
     *
     * @param timed what the job recorded in it
     */
    public SampleEvidence evidence(LatencySample timed) {
        SampleEvidence.Builder evidence = new SampleEvidence.Builder()
                .put(Quantity.PASSES, passes)
                .put(Quantity.FILE_PAGES, filePages)
                .put(Quantity.EXPECTED_PAGES_BEFORE, expectedPages)
                .put(Quantity.LAST_PASS_PAGES, lastPassPages)
                .put(Quantity.OPERATIONS, issued)
                .put(Quantity.TIMED_OPERATIONS, timed.operations())
                .put(Quantity.LATENCY_NANOS, timed.totalNanos())
                .put(Quantity.BUSY_NANOS, timed.busyNanos())
                .put(Quantity.REQUESTED_BYTES, requestedBytes);
        HitMiss hitMiss = timed.hitMiss();
        if (hitMiss != null) {
            evidence.put(Quantity.TOLD_HITS, hitMiss.hitCount()).put(Quantity.TOLD_MISSES, hitMiss.missCount());
        }
        if (before != null) {
            evidence.put(Quantity.RESIDENT_PAGES_BEFORE, before.resident())
                    .put(Quantity.DIRTY_PAGES_BEFORE, known(before.dirty()))
                    .put(Quantity.WRITEBACK_PAGES_BEFORE, known(before.writeback()));
        }
        if (after != null) {
            evidence.put(Quantity.RESIDENT_PAGES_AFTER, after.resident())
                    .put(Quantity.DIRTY_PAGES_AFTER, known(after.dirty()))
                    .put(Quantity.WRITEBACK_PAGES_AFTER, known(after.writeback()))
                    .put(Quantity.RECENTLY_EVICTED_PAGES, known(after.recentlyEvicted()));
        }
        meters.forEach(meter -> meter.report(evidence));
        return evidence.build();
    }

    private static @Nullable Long known(long pages) {
        return pages == Residency.UNKNOWN ? null : Long.valueOf(pages);
    }

    @Override
    public void close() throws IOException {
        for (Meter meter : meters) {
            meter.close();
        }
    }
}
