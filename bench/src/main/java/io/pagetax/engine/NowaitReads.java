package io.pagetax.engine;

import io.pagetax.linux.syscall.Errno;
import java.io.IOException;

/**
 * Tries preadv2(2) with RWF_NOWAIT first. What that delivers whole is a hit; EAGAIN or a part of the block is a miss, which
 * another engine then reads.
 *
 * <p>RWF_NOWAIT keeps the caller from waiting, not the kernel from reading: mm/filemap.c submits a readahead of what is
 * missing before it gives up. Where the device has then answered already, as one without a queue always has, the block is
 * delivered whole and the miss passes for a hit.
 */
final class NowaitReads extends TellingReads {

    private static final long EAGAIN = -Errno.EAGAIN.number();

    private final Pvsync2Engine look;
    private final long length;
    private boolean hit;

    /**
     * Owns both engines.
     *
     * @param look with RWF_NOWAIT, on the same file and into the same block as the other
     * @param misses reads what is missing
     */
    NowaitReads(Pvsync2Engine look, IoEngine misses) {
        super(misses);
        this.look = look;
        this.length = misses.block().length();
    }

    @Override
    public long read(long offset) {
        long result = look.read(offset);
        hit = result == length;
        boolean failed = result < 0 && result != EAGAIN;
        return hit || failed ? result : engine.read(offset);
    }

    @Override
    public boolean wasHit() {
        return hit;
    }

    @Override
    public void close() throws IOException {
        try (look) {
            super.close();
        }
    }
}
