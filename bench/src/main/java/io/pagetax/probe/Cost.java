package io.pagetax.probe;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.syscall.FallocateMode;
import java.io.IOException;
import java.util.Locale;

/** What programs do to files beside reading and writing them: whether it works, and what it costs. */
enum Cost implements Probe {

    /** Each write makes the file one page longer. */
    EXTENDING_WRITE(
            "extending-write-direct",
            "Can a file be made longer by direct writes, and what does one cost?",
            "open(2) O_DIRECT; file systems take the inode lock exclusively to move the end") {
        @Override
        boolean measure(Site site, Timer timer) throws IOException {
            try (ScratchFile file = site.file(1);
                    AlignedBuffer memory = page()) {
                for (int round = 1; round <= ROUNDS; round++) {
                    long at = (long) round * Site.PAGE;
                    Content.fill(memory.bytes(), 0, Site.PAGE, at, round);
                    timer.time(() -> file.direct().write(memory.address(), Site.PAGE, at));
                }
                return file.buffered().size() == (ROUNDS + 1L) * Site.PAGE && file.readBuffered(ROUNDS) == ROUNDS;
            }
        }
    },

    /** Of data that a direct write has put on the device already. */
    FSYNC(
            "fsync-after-direct",
            "What does fsync cost after a direct write of one page?",
            "fsync(2): O_DIRECT does not flush the device's cache, nor metadata") {
        @Override
        boolean measure(Site site, Timer timer) throws IOException {
            try (ScratchFile file = site.file(1)) {
                for (int round = 1; round <= ROUNDS; round++) {
                    file.writeDirect(0, 1, round);
                    timer.time(file.direct()::sync);
                }
                return file.readBuffered(0) == ROUNDS;
            }
        }
    },

    /** A direct write that returns when it is durable. */
    O_DSYNC(
            "o-dsync",
            "What does a direct write of one page cost with O_DSYNC?",
            "open(2) O_DSYNC; with FUA the device writes through, else it is flushed") {
        @Override
        boolean measure(Site site, Timer timer) throws IOException {
            try (ScratchFile file = site.file(1);
                    LinuxFile durable = LinuxFile.open(file.path(), OpenFlag.RDWR, OpenFlag.DIRECT, OpenFlag.DSYNC);
                    AlignedBuffer memory = page()) {
                for (int round = 1; round <= ROUNDS; round++) {
                    Content.fill(memory.bytes(), 0, Site.PAGE, 0, round);
                    timer.time(() -> durable.write(memory.address(), Site.PAGE, 0));
                }
                return file.readBuffered(0) == ROUNDS;
            }
        }
    },

    /** Reserving space. */
    FALLOCATE("fallocate", "Can space be reserved, and what does 1 MiB cost?", "fallocate(2) mode 0, kernel 2.6.23") {
        @Override
        boolean measure(Site site, Timer timer) throws IOException {
            try (ScratchFile file = site.emptyFile()) {
                for (int round = 0; round < ROUNDS; round++) {
                    long at = (long) round * MIB;
                    timer.time(() -> file.buffered().allocate(0, at, MIB));
                }
                return file.buffered().size() == (long) ROUNDS * MIB
                        && file.buffered().status().allocatedBytes() >= (long) ROUNDS * MIB;
            }
        }
    },

    /** Giving space back from the middle of a file. */
    PUNCH_HOLE(
            "punch-hole",
            "Can a page be taken out of a file, and what does that cost?",
            "fallocate(2) FALLOC_FL_PUNCH_HOLE, kernel 2.6.38") {
        @Override
        boolean measure(Site site, Timer timer) throws IOException {
            try (ScratchFile file = site.file(2 * ROUNDS)) {
                int mode = FallocateMode.FALLOC_FL_PUNCH_HOLE | FallocateMode.FALLOC_FL_KEEP_SIZE;
                boolean right = true;
                for (int round = 0; round < ROUNDS; round++) {
                    long at = 2L * round * Site.PAGE;
                    timer.time(() -> file.buffered().allocate(mode, at, Site.PAGE));
                    right &= file.readDirect(2 * round) == Content.ZEROS;
                    right &= file.readDirect(2 * round + 1) == ScratchFile.FIRST_GENERATION;
                }
                return right;
            }
        }
    },

    /** A second file with the same blocks. */
    REFLINK(
            "reflink",
            "Can a file share the blocks of another one, and what does cloning 1 MiB cost?",
            "ioctl_ficlone(2), kernel 4.5") {
        @Override
        boolean measure(Site site, Timer timer) throws IOException {
            try (ScratchFile file = site.file(MIB / Site.PAGE)) {
                boolean right = true;
                for (int round = 0; round < ROUNDS; round++) {
                    try (ScratchFile clone = site.emptyFile()) {
                        timer.time(() -> clone.buffered().cloneFrom(file.buffered()));
                        right &= clone.readDirect(0) == ScratchFile.FIRST_GENERATION;
                        clone.writeBuffered(0, 1, ScratchFile.FIRST_GENERATION + 1);
                        right &= file.readDirect(0) == ScratchFile.FIRST_GENERATION;
                    }
                }
                return right;
            }
        }
    };

    private static final int ROUNDS = 16;
    private static final int MIB = 1 << 20;

    @SuppressWarnings("ImmutableEnumChecker") // texts alone
    private final About about;

    Cost(String id, String question, String source) {
        this.about = new About(id, question, source);
    }

    private static AlignedBuffer page() throws NativeIoException {
        return AlignedBuffer.allocate(Site.PAGE);
    }

    /** Times of one operation, over and over. */
    private static final class Timer {

        private final long[] nanoseconds = new long[ROUNDS];
        private int taken;

        void time(Transfer operation) throws NativeIoException {
            long start = System.nanoTime();
            operation.run();
            nanoseconds[taken++] = System.nanoTime() - start;
        }
    }

    /** Does it {@link #ROUNDS} times, and tells whether the files then were as they should be. */
    abstract boolean measure(Site site, Timer timer) throws IOException;

    @Override
    public About about() {
        return about;
    }

    @Override
    public Answer ask(Site site) throws IOException {
        Timer timer = new Timer();
        try {
            boolean right = measure(site, timer);
            long micros = Outcomes.medianMicros(timer.nanoseconds);
            return right
                    ? new Answer(
                            "supported:" + micros,
                            "It works.",
                            String.format(
                                    Locale.ROOT,
                                    "%d us, the median of %d; the files were looked at afterwards",
                                    micros,
                                    ROUNDS))
                    : new Answer(
                            "wrong-data",
                            "It returns without an error and does not do what it says.",
                            "the files were not as they should have been afterwards");
        } catch (NativeIoException refused) {
            return Answer.refused(refused.errno(), "Be ready to do without.", refused.call() + " was refused");
        }
    }
}
