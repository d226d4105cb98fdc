package io.pagetax.probe;

import java.io.IOException;
import java.util.OptionalLong;

/**
 * Which way transfers of an O_DIRECT descriptor took.
 *
 * @param way that they took; what the witnesses say
 * @param detail the witnesses' figures
 */
record Route(Way way, String detail) {

    /** Where data can go along. */
    enum Way {
        /** Between the device and the program's memory. */
        DIRECT,
        /** Through the page cache, even if nothing stays there. */
        BUFFERED
    }

    /**
     * Writes are repeated, and the smallest count of dirty pages taken, since other programs also make pages dirty; often
     * where nothing else speaks for the cache.
     */
    private static final int REPEATS = 3;

    private static final int REPEATS_IN_DOUBT = 8;

    /**
     * The way of reads of a whole file, or of a large part of it. Two witnesses are asked: whether pages of a file appear
     * in the cache that were not there before, and whether anything is read from the device if all pages are there.
     *
     * @param bytes that the reads ask for
     * @throws IOException if the reads are refused
     */
    static Route ofReads(ScratchFile file, Transfer reads, long bytes) throws IOException {
        boolean accountSees = DeviceReads.areSeen(file);
        long stay = file.evict();
        reads.run();
        long appeared = file.resident() - stay;
        file.warm();
        OptionalLong fetched = DeviceReads.of(reads);
        if (stay == file.pages()) {
            return new Route(
                    fetched.orElse(0) < bytes / 2 ? Way.BUFFERED : Way.DIRECT,
                    stay + " pages of the file, which is all, cannot leave the cache; reads of " + bytes
                            + " bytes fetched " + fetched.orElse(0) + " from a device");
        }
        String seen = appeared + " pages appeared in the cache by reads of " + bytes
                + " bytes of a file of which none was" + " there";
        if (!accountSees || fetched.isEmpty()) {
            return new Route(
                    appeared > 0 ? Way.BUFFERED : Way.DIRECT, seen + "; what is read from devices is not told here");
        }
        boolean servedFromCache = fetched.getAsLong() < bytes / 2;
        return new Route(
                appeared > 0 || servedFromCache ? Way.BUFFERED : Way.DIRECT,
                seen + "; with all pages there, the same reads fetched " + fetched.getAsLong()
                        + " bytes from the device");
    }

    /**
     * The way of writes that overwrite a file. Three witnesses are asked: pages that became dirty in the whole machine,
     * pages of the file seen in the cache while it was written, and pages that were there afterwards.
     *
     * @param pages that the writes touch
     * @throws IOException if the writes are refused
     */
    static Route ofWrites(ScratchFile file, Transfer writes, int pages) throws IOException {
        long stay = file.evict();
        WriteWitness seen = WriteWitness.of(file, writes).beyond(stay);
        long stayed = file.resident() - stay;
        if (stay == file.pages()) {
            // A direct write would have dropped what it wrote.
            return new Route(
                    stayed < 0 ? Way.DIRECT : Way.BUFFERED,
                    stay + " pages of the file, which is all, cannot leave the cache even after fsync; "
                            + (stay + stayed) + " were there after the writes");
        }
        for (int repeat = 1; repeat < REPEATS || isInDoubt(repeat, seen, stayed, pages); repeat++) {
            stay = file.evict();
            seen = seen.and(WriteWitness.of(file, writes).beyond(stay));
            stayed = Math.max(stayed, file.resident() - stay);
        }
        // What was looked at often and never seen is not there, and it was others who made pages dirty.
        boolean dirtied = isDirtied(seen, pages) && seen.looks() < pages;
        return new Route(
                dirtied || seen.inCache() > 0 || stayed > 0 ? Way.BUFFERED : Way.DIRECT,
                "while " + pages + " pages were written, " + seen + ", and " + stayed + " were there afterwards");
    }

    private static boolean isDirtied(WriteWitness seen, int pages) {
        return seen.dirtied().orElse(0) >= pages / 2;
    }

    private static boolean isInDoubt(int repeat, WriteWitness seen, long stayed, int pages) {
        return repeat < REPEATS_IN_DOUBT && isDirtied(seen, pages) && seen.inCache() <= 0 && stayed <= 0;
    }
}
