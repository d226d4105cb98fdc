package io.pagetax.testfile;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.workload.Region;
import io.pagetax.workload.ResidentDraw;

/** Makes those units of a region resident that a draw says, and no other. <b>Not thread-safe.</b> */
final class DrawnPages {

    private static final long WINDOW = 8L << 20;

    private final PageCache cache;
    private final Region region;
    private final ResidentDraw draw;

    DrawnPages(PageCache cache, Region region, ResidentDraw draw) {
        this.cache = cache;
        this.region = region;
        this.draw = draw;
    }

    /**
     * Reads window by window in single pages, then drops the units that were not drawn: exactly the share asked for,
     * at sequential speed, whatever the size of the file. Nothing may be resident before.
     */
    void populate(long pass) throws NativeIoException {
        ResidentDraw.Drawn drawn = draw.forPass(pass);
        long unitsPerWindow = Math.max(1, WINDOW / draw.unitBytes());
        for (long from = 0; from < draw.units(); from += unitsPerWindow) {
            long to = Math.min(draw.units(), from + unitsPerWindow);
            cache.populateSinglePages(offset(from), (to - from) * draw.unitBytes());
            dropUndrawn(drawn, from, to);
        }
    }

    private void dropUndrawn(ResidentDraw.Drawn drawn, long from, long to) throws NativeIoException {
        long runStart = from;
        for (long unit = from; unit < to; unit++) {
            if (drawn.isResident(unit)) {
                evict(runStart, unit);
                runStart = unit + 1;
            }
        }
        evict(runStart, to);
    }

    private void evict(long from, long to) throws NativeIoException {
        if (to > from) {
            cache.evict(offset(from), (to - from) * draw.unitBytes());
        }
    }

    /** Writes to each of them what it holds already, so that it is newer than the device, and yet no different. */
    void dirty(long pass, LinuxFile writable) throws NativeIoException {
        ResidentDraw.Drawn drawn = draw.forPass(pass);
        try (AlignedBuffer unit = AlignedBuffer.allocate(Math.toIntExact(draw.unitBytes()))) {
            for (long number = 0; number < draw.units(); number++) {
                if (drawn.isResident(number)) {
                    writable.read(unit.address(), unit.length(), offset(number));
                    writable.write(unit.address(), unit.length(), offset(number));
                }
            }
        }
    }

    private long offset(long unit) {
        return region.offset() + unit * draw.unitBytes();
    }
}
