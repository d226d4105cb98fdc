package io.pagetax.probe;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.AtomicWrites;
import io.pagetax.linux.file.FileMapping;
import io.pagetax.linux.syscall.NativeMemory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Up to which length direct writes were never seen half done by others, who read meanwhile. */
final class TornWrite implements Probe {

    private static final int[] LENGTHS = {4096, 16 << 10, 64 << 10, 256 << 10};
    private static final int LONGEST = LENGTHS[LENGTHS.length - 1];
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONGEST_LOOK_NS = 10 * LOOK_NS;

    /** Fewer show nothing about the length. */
    private static final int WRITES = 20;

    @Override
    public About about() {
        return new About(
                "torn-write",
                "Up to which length is a direct write never seen half done by those who read at the same time?",
                "pread(2) promises nothing of the kind; statx(2) STATX_WRITE_ATOMIC, kernel 6.11, is about crashes");
    }

    @Override
    public Answer ask(Site site) throws IOException {
        try (ScratchFile file = site.file(LONGEST / Site.PAGE);
                AlignedBuffer memory = AlignedBuffer.allocate(LONGEST);
                FileMapping mapping = FileMapping.readOnly(file.buffered(), LONGEST)) {
            ByteBuffer mapped = NativeMemory.view(mapping.address(), LONGEST);
            List<String> details = new ArrayList<>();
            String direct = whole(file, details, "direct", length -> {
                file.direct().read(memory.address(), length, 0);
                return Content.generation(memory.bytes(), 0, length, 0);
            });
            String buffered = whole(file, details, "buffered", length -> {
                file.buffered().read(memory.address(), length, 0);
                return Content.generation(memory.bytes(), 0, length, 0);
            });
            String seen = whole(file, details, "mapped", length -> Content.generation(mapped, 0, length, 0));
            AtomicWrites atomic = file.direct().status().atomicWrites();
            String promised = atomic == null || !atomic.supported()
                    ? "atomic:none"
                    : "atomic:" + atomic.unitMin() + "-" + atomic.unitMax();
            return new Answer(
                    "direct:" + direct + " buffered:" + buffered + " mapped:" + seen + " " + promised,
                    "Nobody promises any of these but 'atomic', which is about crashes: readers need locks or checksums.",
                    String.join(", ", details));
        }
    }

    /** Reads the beginning of the file and tells its generation. */
    @FunctionalInterface
    private interface Reader {
        int generation(int length) throws IOException;
    }

    /** The longest write that was not seen half done, with all shorter ones. */
    private static String whole(ScratchFile file, List<String> details, String by, Reader reader) throws IOException {
        int longest = 0;
        for (int length : LENGTHS) {
            Race race = race(file, length, reader);
            details.add(by + " " + length + ": " + race);
            if (!race.isWhole()) {
                break;
            }
            longest = length;
        }
        return longest == 0 ? "none" : Integer.toString(longest);
    }

    private static Race race(ScratchFile file, int length, Reader reader) throws IOException {
        boolean torn = false;
        int looks = 0;
        AtomicInteger generation = new AtomicInteger(ScratchFile.FIRST_GENERATION);
        try (Crew crew = new Crew()) {
            crew.repeat(() -> file.writeDirect(0, length / Site.PAGE, generation.incrementAndGet()));
            int before = generation.get();
            long start = System.nanoTime();
            while (!torn && !enough(System.nanoTime() - start, generation.get() - before)) {
                looks++;
                torn = reader.generation(length) < 0;
            }
            return new Race(looks, generation.get() - before, torn);
        }
    }

    /** Readers may starve the writer for a while. */
    private static boolean enough(long ns, int writes) {
        return ns >= LONGEST_LOOK_NS || (ns >= LOOK_NS && writes >= WRITES);
    }

    /**
     * Readers against a writer.
     *
     * @param looks of the readers
     * @param writes that began meanwhile
     * @param torn whether the last look found one half done
     */
    private record Race(int looks, int writes, boolean torn) {

        boolean isWhole() {
            return !torn && writes >= WRITES;
        }

        @Override
        public String toString() {
            String found = torn ? "torn at try " : isWhole() ? "whole in " : "too few writes to tell, in ";
            return found + looks + " (" + writes + " writes)";
        }
    }
}
