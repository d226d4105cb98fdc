package io.pagetax.testfile;

import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.linux.pagecache.Residency;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Permutation;
import io.pagetax.workload.Region;
import io.pagetax.workload.Workload;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Puts a region of the data file into a cache state. What it set is to be checked, not believed: pages that are mapped,
 * dirty or pinned by others survive eviction. <b>Not thread-safe.</b>
 */
public final class CacheConditioner implements AutoCloseable {

    private static final long WINDOW = 8L << 20;
    private static final int EVICTION_ATTEMPTS = 3;

    /** Keeps the draw of resident pages apart from the draw of offsets, which starts from the same seed. */
    private static final long RESIDENT_DRAW = 0x5eed_cac4e_0001L;

    private final PageCache cache;
    private final Region region;
    private final CacheState state;
    private final int unitBytes;
    private final long seed;

    /** For one region of a file; the mixed state is drawn in units of the least common multiple of block and page. */
    public CacheConditioner(Path file, Region region, CacheState state, int blockSizeBytes, long seed)
            throws NativeIoException {
        this.cache = PageCache.of(file);
        this.region = region;
        this.state = state;
        this.unitBytes = Math.toIntExact(Workload.commonMultiple(blockSizeBytes, NativeMemory.pageSize()));
        this.seed = seed;
    }

    /** Sets the state for a pass; in the mixed state, passes of different numbers draw different pages. */
    public void prepare(long pass) throws NativeIoException {
        flushDirty();
        if (state.isCached()) {
            if (!isFullyResident()) {
                cache.populate(region.offset(), region.length());
            }
            return;
        }
        evictAll();
        if (!state.isUncached()) {
            populateMixed(pass);
        }
    }

    /** Pages of the region that are resident now; empty if the kernel does not tell this user. */
    public Optional<Residency> residency() throws NativeIoException {
        return cache.residency(region.offset(), region.length());
    }

    /** Pages of the region that {@link #prepare} is meant to leave resident. */
    public long expectedResidentPages() {
        return state.residentPages(pages(), unitBytes / NativeMemory.pageSize());
    }

    /** Pages in the region. */
    public long pages() {
        return (region.length() + NativeMemory.pageSize() - 1) / NativeMemory.pageSize();
    }

    private boolean isFullyResident() throws NativeIoException {
        Optional<Residency> now = residency();
        return now.isPresent() && now.get().resident() >= pages();
    }

    private void evictAll() throws NativeIoException {
        for (int attempt = 0; attempt < EVICTION_ATTEMPTS; attempt++) {
            Optional<Residency> before = residency();
            if (before.isPresent() && before.get().resident() == 0) {
                return;
            }
            cache.evict(region.offset(), region.length());
        }
    }

    private void flushDirty() throws NativeIoException {
        Optional<Residency> now = residency();
        if (now.isEmpty() || now.get().dirty() != 0 || now.get().writeback() != 0) {
            cache.flush();
        }
    }

    /**
     * Reads window by window in single pages, then drops the units that were not drawn: exactly the share asked for,
     * at sequential speed, whatever the size of the file.
     */
    private void populateMixed(long pass) throws NativeIoException {
        long units = region.length() / unitBytes;
        long resident = state.residentUnits(units);
        Permutation draw = new Permutation(units, seed + RESIDENT_DRAW + pass);
        long unitsPerWindow = Math.max(1, WINDOW / unitBytes);
        for (long from = 0; from < units; from += unitsPerWindow) {
            long to = Math.min(units, from + unitsPerWindow);
            cache.populateSinglePages(region.offset() + from * unitBytes, (to - from) * unitBytes);
            dropUndrawn(draw, resident, from, to);
        }
    }

    private void dropUndrawn(Permutation draw, long resident, long from, long to) throws NativeIoException {
        long runStart = from;
        for (long unit = from; unit < to; unit++) {
            if (draw.apply(unit) < resident) {
                evictUnits(runStart, unit);
                runStart = unit + 1;
            }
        }
        evictUnits(runStart, to);
    }

    private void evictUnits(long from, long to) throws NativeIoException {
        if (to > from) {
            cache.evict(region.offset() + from * unitBytes, (to - from) * unitBytes);
        }
    }

    @Override
    public void close() throws NativeIoException {
        cache.close();
    }
}
