package io.pagetax.probe;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.RwFlags;
import java.io.IOException;

/** Whether RWF_DONTCACHE is taken. */
enum DontcacheTransfer implements Probe {

    /** By preadv2(2). */
    READ("dontcache-read", "reads"),

    /** By pwritev2(2). */
    WRITE("dontcache-write", "writes");

    @SuppressWarnings("ImmutableEnumChecker") // texts alone
    private final About about;

    DontcacheTransfer(String id, String transfers) {
        this.about = new About(
                id,
                "Are " + transfers + " with RWF_DONTCACHE taken?",
                "preadv2(2) RWF_DONTCACHE, kernel 6.14; file systems opt in by FOP_DONTCACHE");
    }

    @Override
    public About about() {
        return about;
    }

    @Override
    public Answer ask(Site site) throws IOException {
        try (ScratchFile file = site.file(1);
                AlignedBuffer memory = AlignedBuffer.allocate(Site.PAGE)) {
            Content.fill(memory.bytes(), 0, Site.PAGE, 0, ScratchFile.FIRST_GENERATION + 1);
            long bytes = this == READ
                    ? RawIo.read(file.buffered(), memory.address(), Site.PAGE, 0, RwFlags.DONTCACHE)
                    : RawIo.write(file.buffered(), memory.address(), Site.PAGE, 0, RwFlags.DONTCACHE);
            int generation = this == READ ? Content.generation(memory.bytes(), 0, Site.PAGE, 0) : file.readBuffered(0);
            int expected = ScratchFile.FIRST_GENERATION + (this == READ ? 0 : 1);
            return new Answer(
                    generation == expected ? "supported" : ShiftedTransfers.CORRUPTS,
                    "It can be used in place of O_DIRECT, without its rules of alignment.",
                    bytes + " of " + Site.PAGE + " bytes; the data was compared");
        } catch (NativeIoException refused) {
            return Answer.refused(
                    refused.errno(), "Be ready to do without, by O_DIRECT or posix_fadvise.", "the call was refused");
        }
    }
}
