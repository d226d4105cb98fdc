package io.pagetax.evidence;

import io.pagetax.workload.AccessPath;
import io.pagetax.workload.Workload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evidence to be changed in one respect or another. */
final class EvidenceSamples {

    static final long FILE_PAGES = 65_536;
    static final long REQUESTED = 100 << 20;
    private static final long LAST_PASS_PAGES = REQUESTED / 4096;

    /** An ordinary file on an ordinary disk. */
    static final FileFacts FILE =
            new FileFacts(FILE_PAGES * 4096, 0L, 1.0, true, 512, false, false, true, List.of(), "ext4 > nvme0n1");

    private long passes = 1;
    private final long expected;
    private @Nullable Long before;
    private @Nullable Long after;
    private @Nullable Long read;
    private @Nullable Long written;
    private @Nullable Long dirtyBefore;
    private @Nullable Long dirtyAfter;

    private EvidenceSamples(long expected) {
        this.expected = expected;
    }

    /** One pass of 100 MiB over a file of 256 MiB that is what its name says. */
    static EvidenceSamples bearingOut(Workload claim) {
        long expected = claim.cache().isStray() ? 1 : claim.cache().residentUnits(FILE_PAGES);
        Long dirty = claim.cache().isDirty() ? Long.valueOf(expected) : null;
        boolean device = claim.path() == AccessPath.DIRECT;
        long fromDevice =
                device ? REQUESTED : REQUESTED - REQUESTED * claim.cache().residentPercent() / 100;
        return new EvidenceSamples(expected)
                .with("before", expected)
                .with("after", claim.cache().isUncached() && claim.path().populatesCache() ? LAST_PASS_PAGES : expected)
                .with("read", claim.rw().isWrite() ? 0L : fromDevice)
                .with("written", claim.rw().isWrite() ? REQUESTED : 0L)
                .with("dirtyBefore", dirty)
                .with("dirtyAfter", dirty);
    }

    EvidenceSamples passes(long count) {
        passes = count;
        return this;
    }

    /** Changes resident or dirty pages {@code before} or {@code after}, or bytes {@code read} or {@code written}. */
    EvidenceSamples with(String fact, @Nullable Long value) {
        switch (fact) {
            case "before" -> before = value;
            case "after" -> after = value;
            case "read" -> read = value;
            case "written" -> written = value;
            case "dirtyBefore" -> dirtyBefore = value;
            case "dirtyAfter" -> dirtyAfter = value;
            default -> throw new IllegalArgumentException(fact);
        }
        return this;
    }

    SampleEvidence build() {
        SampleEvidence dirty = new SampleEvidence.Builder()
                .put(Quantity.DIRTY_PAGES_BEFORE, dirtyBefore)
                .put(Quantity.DIRTY_PAGES_AFTER, dirtyAfter)
                .build();
        return of(passes, FILE_PAGES, expected, before, after, LAST_PASS_PAGES, REQUESTED, read, written)
                .and(dirty);
    }

    /** Evidence of these numbers alone. */
    static SampleEvidence of(@Nullable Long... values) {
        Quantity[] quantities = {
            Quantity.PASSES,
            Quantity.FILE_PAGES,
            Quantity.EXPECTED_PAGES_BEFORE,
            Quantity.RESIDENT_PAGES_BEFORE,
            Quantity.RESIDENT_PAGES_AFTER,
            Quantity.LAST_PASS_PAGES,
            Quantity.REQUESTED_BYTES,
            Quantity.DEVICE_READ_BYTES,
            Quantity.DEVICE_WRITE_BYTES
        };
        SampleEvidence.Builder evidence = new SampleEvidence.Builder();
        for (int i = 0; i < values.length; i++) {
            evidence.put(quantities[i], values[i]);
        }
        Long requested = values[6];
        return evidence.put(Quantity.OPERATIONS, requested == null ? null : Long.valueOf(requested / 4096))
                .build();
    }
}
