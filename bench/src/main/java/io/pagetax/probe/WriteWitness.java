package io.pagetax.probe;

import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.linux.pagecache.Residency;
import io.pagetax.linux.system.VmStat;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What was seen of the page cache while a file was written.
 *
 * @param dirtied pages that became dirty in the whole machine; empty where the kernel does not tell
 * @param inCache the most pages of the file that were in the cache at once
 * @param looks how often that was looked at
 */
record WriteWitness(OptionalLong dirtied, long inCache, long looks) {

    /** Carries writes out and looks on. */
    static WriteWitness of(ScratchFile file, Transfer writes) throws IOException {
        AtomicLong most = new AtomicLong();
        AtomicLong looks = new AtomicLong();
        long before;
        long after;
        try (PageCache cache = PageCache.of(file.path());
                Crew crew = new Crew()) {
            crew.repeat(() -> {
                most.accumulateAndGet(resident(cache, file), Math::max);
                looks.incrementAndGet();
            });
            before = dirtiedPages();
            writes.run();
            after = dirtiedPages();
        }
        boolean told = before >= 0 && after >= 0;
        return new WriteWitness(told ? OptionalLong.of(after - before) : OptionalLong.empty(), most.get(), looks.get());
    }

    private static long resident(PageCache cache, ScratchFile file) throws IOException {
        return cache.residency(0, (long) file.pages() * Site.PAGE)
                .map(Residency::resident)
                .orElse(0L);
    }

    private static long dirtiedPages() throws IOException {
        Long pages = VmStat.read().dirtiedPages();
        return pages == null ? -1 : pages;
    }

    /** Without pages that were in the cache before, and could not leave it. */
    WriteWitness beyond(long pages) {
        return new WriteWitness(dirtied, Math.max(0, inCache - pages), looks);
    }

    /** Of two looks at the same writes: others' dirty pages only add, and what was seen of the file is its own. */
    WriteWitness and(WriteWitness other) {
        boolean thisOne = dirtied.orElse(0) <= other.dirtied.orElse(0);
        return new WriteWitness(
                thisOne ? dirtied : other.dirtied, Math.max(inCache, other.inCache), looks + other.looks);
    }

    @Override
    public String toString() {
        String pages = dirtied.isPresent() ? dirtied.getAsLong() + " pages became dirty" : "dirty pages are not told";
        return pages + ", at most " + inCache + " pages of the file were seen in the cache in " + looks + " looks";
    }
}
