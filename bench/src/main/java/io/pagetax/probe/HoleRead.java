package io.pagetax.probe;

import io.pagetax.linux.file.AlignedBuffer;
import java.io.IOException;

/** What a direct read gives where nothing was ever written. */
enum HoleRead implements Probe {

    /** The file was made longer, and has no space there. */
    HOLE("hole-read-direct", "a hole", "lseek(2): a hole reads as zeros") {
        @Override
        void make(ScratchFile file) throws IOException {
            file.buffered().truncate((long) PAGES * Site.PAGE);
        }
    },

    /** Space was reserved, in which other files' data may still stand. */
    UNWRITTEN("unwritten-read-direct", "space that fallocate reserved", "fallocate(2): reserved space reads as zeros") {
        @Override
        void make(ScratchFile file) throws IOException {
            file.buffered().allocate(0, 0, (long) PAGES * Site.PAGE);
        }
    };

    private static final int PAGES = 64;
    private static final byte STALE = 0x77;

    @SuppressWarnings("ImmutableEnumChecker") // texts alone
    private final About about;

    HoleRead(String id, String place, String source) {
        this.about = new About(id, "What does a direct read of " + place + " give?", source);
    }

    abstract void make(ScratchFile file) throws IOException;

    @Override
    public About about() {
        return about;
    }

    @Override
    public Answer ask(Site site) throws IOException {
        try (ScratchFile file = site.emptyFile();
                AlignedBuffer memory = AlignedBuffer.allocate(PAGES * Site.PAGE)) {
            make(file);
            for (int i = 0; i < memory.length(); i++) {
                memory.bytes().put(i, STALE);
            }
            long bytes = RawIo.read(file.direct(), memory.address(), memory.length(), 0);
            boolean zeros = Content.generation(memory.bytes(), 0, (int) bytes, 0) == Content.ZEROS;
            String answer = zeros ? bytes == memory.length() ? "zeros" : "short" : "garbage";
            return new Answer(
                    answer,
                    zeros
                            ? "It reads as zeros, as through the cache."
                            : "What was never written shows something else than zeros: do not read it directly.",
                    bytes + " of " + memory.length() + " bytes were read, and compared with zeros");
        }
    }
}
