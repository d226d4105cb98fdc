package io.pagetax.probe;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.RwFlags;
import java.io.IOException;

/** Pages that reads and writes with RWF_DONTCACHE leave in the cache. */
final class DontcacheLeavesNothing implements Probe {

    private static final int PAGES = 64;
    private static final int POLLS = 40;
    private static final long POLL_MS = 10;

    @Override
    public About about() {
        return new About(
                "dontcache-leaves-nothing",
                "How many pages stay in the cache after reads and writes with RWF_DONTCACHE?",
                "preadv2(2) RWF_DONTCACHE, kernel 6.14: pages go once they were read or written back");
    }

    @Override
    public Answer ask(Site site) throws IOException {
        try (ScratchFile file = site.file(PAGES);
                AlignedBuffer memory = AlignedBuffer.allocate(PAGES * Site.PAGE)) {
            RawIo.read(file.buffered(), memory.address(), memory.length(), 0, RwFlags.DONTCACHE);
            long afterRead = settled(file);
            file.evict();
            RawIo.write(file.buffered(), memory.address(), memory.length(), 0, RwFlags.DONTCACHE);
            file.buffered().sync();
            long afterWrite = settled(file);
            long left = Math.max(afterRead, afterWrite);
            return new Answer(
                    Long.toString(left),
                    left == 0 ? "The flag keeps its promise." : "Some pages stay: the cache fills up all the same.",
                    afterRead + " of " + PAGES + " pages after a read of a file of which none was there, " + afterWrite
                            + " after a write and fsync");
        } catch (NativeIoException refused) {
            return Answer.refused(refused.errno(), "The flag is not known here.", "the call was refused");
        }
    }

    /** The kernel drops written pages when they have been written back, by itself. */
    private static long settled(ScratchFile file) throws IOException {
        long left = file.resident();
        for (int poll = 0; poll < POLLS && left > 0; poll++) {
            Pause.ms(POLL_MS);
            left = file.resident();
        }
        return left;
    }
}
