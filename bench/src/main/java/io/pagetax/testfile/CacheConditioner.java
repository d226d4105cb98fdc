package io.pagetax.testfile;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.linux.pagecache.Residency;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Region;
import io.pagetax.workload.ResidentDraw;
import io.pagetax.workload.Workload;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a region of the data file into a cache state. What it set is to be checked, not believed: pages that are mapped,
 * dirty or pinned by others survive eviction. <b>Not thread-safe.</b>
 */
public final class CacheConditioner implements AutoCloseable {

    private static final int ATTEMPTS = 3;

    private final PageCache cache;
    private final Region region;
    private final CacheState state;
    private final ResidentDraw draw;
    private final DrawnPages pages;
    private final @Nullable LinuxFile writable;
    private final boolean endsFile;
    private final boolean staysByItself;

    private boolean prepared;

    /**
     * For one job's region of a file.
     *
     * @param workload the file is opened for writing only if it {@linkplain Workload#writes() writes}
     * @param draw of the region
     */
    public CacheConditioner(Path file, Workload workload, Region region, ResidentDraw draw) throws NativeIoException {
        this.writable = workload.cache().isDirty() ? LinuxFile.open(file, OpenFlag.RDWR) : null;
        this.cache = PageCache.of(file);
        this.region = region;
        this.state = workload.cache();
        this.draw = draw;
        this.pages = new DrawnPages(cache, region, draw);
        this.endsFile = region.offset() + region.length() == workload.sizeBytes();
        this.staysByItself = workload.leavesCacheAlone();
    }

    /**
     * Sets the state for a pass; where it is drawn, passes of different numbers draw different pages. A state that the
     * operations leave alone is set once, and again if it is found to be another.
     */
    public void prepare(long pass) throws NativeIoException {
        if (staysByItself && prepared && isAsItShouldBe()) {
            return;
        }
        prepared = true;
        flushDirty();
        if (state.isCached()) {
            populateAll();
            return;
        }
        evictAll();
        if (state.isStray() && endsFile) {
            cache.populateSinglePages(region.offset() + region.length() - NativeMemory.pageSize(), 1);
        }
        if (state.residentPercent() > 0) {
            pages.populate(pass);
        }
        if (writable != null) {
            pages.dirty(pass, writable);
        }
    }

    private boolean isAsItShouldBe() throws NativeIoException {
        return residency()
                .filter(now -> now.resident() == expectedResidentPages() && now.dirty() == expectedDirtyPages())
                .isPresent();
    }

    /** Pages of the region that are resident now; empty if the kernel does not tell this user. */
    public Optional<Residency> residency() throws NativeIoException {
        return cache.residency(region.offset(), region.length());
    }

    /** Pages of the region that {@link #prepare} is meant to leave resident. */
    public long expectedResidentPages() {
        if (state.isStray()) {
            return endsFile ? 1 : 0;
        }
        return state.isCached() ? pages() : draw.residentUnits() * draw.unitBytes() / NativeMemory.pageSize();
    }

    /** Of those, the ones that are meant to be newer than the device. */
    public long expectedDirtyPages() {
        return state.isDirty() ? expectedResidentPages() : 0;
    }

    /** Pages in the region. */
    public long pages() {
        return (region.length() + NativeMemory.pageSize() - 1) / NativeMemory.pageSize();
    }

    /** Pages that were idle may be reclaimed while others are still being read. */
    private void populateAll() throws NativeIoException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Residency> now = residency();
            boolean notTold = now.isEmpty() && attempt > 0;
            if (notTold || now.filter(pages -> pages.resident() >= pages()).isPresent()) {
                return;
            }
            cache.populate(region.offset(), region.length());
        }
    }

    private void evictAll() throws NativeIoException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
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

    @Override
    public void close() throws NativeIoException {
        try (cache) {
            if (writable != null) {
                writable.close();
            }
        }
    }
}
