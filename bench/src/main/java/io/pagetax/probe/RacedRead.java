package io.pagetax.probe;

import io.pagetax.linux.file.AlignedBuffer;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What direct reads give while another thread makes the file shorter and longer. */
enum RacedRead implements Probe {

    /** The end moves back and forth, and what was cut off is never written again. */
    TRUNCATE("truncate-vs-direct-read", "cuts it and makes it longer again") {
        @Override
        void change(ScratchFile file, int round) throws IOException {
            file.buffered().truncate(HALF);
            file.buffered().truncate(LENGTH);
            file.writeDirect(PAGES / 2, PAGES / 2, ScratchFile.FIRST_GENERATION);
        }
    },

    /** Pages are written behind the end. */
    APPEND("append-vs-direct-read", "appends to it") {
        @Override
        void change(ScratchFile file, int round) throws IOException {
            if (round % (PAGES / 2) == 0) {
                file.buffered().truncate(HALF);
            }
            file.writeDirect(PAGES / 2 + round % (PAGES / 2), 1, ScratchFile.FIRST_GENERATION);
        }
    };

    private static final int PAGES = 16;
    private static final long LENGTH = (long) PAGES * Site.PAGE;
    private static final long HALF = LENGTH / 2;
    private static final long END_NS = TimeUnit.MILLISECONDS.toNanos(200);

    /** What a page of memory can hold after a read that was to fill it. */
    private enum Kind {
        DATA,
        ZEROS,
        /** The read ended before it. */
        SHORT,
        /** Neither data of the file nor zeros. */
        GARBAGE
    }

    @SuppressWarnings("ImmutableEnumChecker") // texts alone
    private final About about;

    RacedRead(String id, String what) {
        this.about = new About(
                id,
                "What do direct reads of a file give while another thread " + what + "?",
                "kernel fs: truncate waits for direct I/O in flight (inode_dio_wait)");
    }

    abstract void change(ScratchFile file, int round) throws IOException;

    @Override
    public About about() {
        return about;
    }

    @Override
    public Answer ask(Site site) throws IOException {
        Map<Kind, Long> pages = new EnumMap<>(Kind.class);
        long reads = 0;
        AtomicInteger rounds = new AtomicInteger();
        try (ScratchFile file = site.file(PAGES);
                AlignedBuffer memory = AlignedBuffer.allocate(PAGES * Site.PAGE);
                Crew crew = new Crew()) {
            crew.repeat(() -> change(file, rounds.getAndIncrement()));
            long end = System.nanoTime() + END_NS;
            while (System.nanoTime() < end) {
                long bytes = RawIo.read(file.direct(), memory.address(), LENGTH, 0);
                count(memory, bytes, pages);
                reads++;
            }
        }
        boolean garbage = pages.containsKey(Kind.GARBAGE);
        String seen = pages.keySet().stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("+"));
        return new Answer(
                seen,
                garbage
                        ? "A reader can get what was never in the file."
                        : "A reader gets data, zeros, or less than it asked for, and nothing else.",
                "pages by what was read there: " + pages + ", in " + reads + " reads beside " + rounds + " changes");
    }

    private static void count(AlignedBuffer memory, long bytes, Map<Kind, Long> pages) {
        for (int page = 0; page < PAGES; page++) {
            int at = page * Site.PAGE;
            int length = (int) Math.min(Site.PAGE, bytes - at);
            Kind kind = length < Site.PAGE
                    ? Kind.SHORT
                    : switch (Content.generation(memory.bytes(), at, length, at)) {
                        case ScratchFile.FIRST_GENERATION -> Kind.DATA;
                        case Content.ZEROS, Content.PARTLY_ZEROS -> Kind.ZEROS;
                        default -> Kind.GARBAGE;
                    };
            pages.merge(kind, 1L, Long::sum);
        }
    }
}
