package io.pagetax.jmh;

import io.pagetax.engine.Engines;
import io.pagetax.engine.IoEngine;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.linux.pagecache.Residency;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.util.Optional;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One thread's engine for {@link BindingTax#read}. What does not read past the cache reads from it alone. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // set in the trial's set-up
public class BindingTaxReads {

    /** Of a file's pages, one in so many may have been taken from the cache by the end. */
    private static final long TOLERATED = 1000;

    /** What is compared. */
    @Param({"PREAD", "PREAD_DIRECT", "MAPPING", "FILECHANNEL", "FILECHANNEL_DIRECT", "MAPPEDBYTEBUFFER"})
    public ReadWay way;

    private BindingTaxFile file;
    private IoEngine engine;

    /** Opens the engine. */
    @Setup(Level.Trial)
    public void open(BindingTaxFile shared) throws IOException {
        file = shared;
        Workload workload =
                new Workload(Rw.RANDREAD, way.path(), CacheState.CACHED, file.blockSize(), file.sizeBytes(), 1, 0);
        engine = Engines.open(workload.by(way.ioengine(), 1), file.path());
    }

    /** Brings the file into the cache. */
    @Setup(Level.Iteration)
    public void warm() throws IOException {
        if (isCached()) {
            try (PageCache pages = PageCache.of(file.path())) {
                pages.populate(0, file.sizeBytes());
            }
            engine.warm(0, file.sizeBytes());
        }
    }

    long batch() throws IOException {
        long now = 0;
        for (int i = 0; i < Workload.BATCH; i++) {
            long result = engine.read(file.nextOffset());
            now = System.nanoTime();
            if (result != file.blockSize()) {
                throw new IOException(way + ": result " + result);
            }
        }
        return now;
    }

    /** Fails if the kernel has taken pages from the cache meanwhile, since then not only the cache was read. */
    @TearDown(Level.Iteration)
    public void check() throws IOException {
        if (isCached()) {
            try (PageCache pages = PageCache.of(file.path())) {
                Optional<Residency> residency = pages.residency(0, file.sizeBytes());
                long missing = file.pages() - residency.map(Residency::resident).orElse(file.pages());
                if (missing * TOLERATED > file.pages()) {
                    throw new IOException(missing + " of " + file.pages() + " pages left the cache");
                }
            }
        }
    }

    private boolean isCached() {
        return way.path() != AccessPath.DIRECT;
    }

    /** Closes the engine. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        if (engine != null) {
            engine.close();
        }
    }
}
