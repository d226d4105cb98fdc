package io.pagetax.engine;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.syscall.CachestatLayout;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.syscall.Syscalls;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Looks by cachestat(2) (kernel 6.5) before each read: it is a hit if all pages of the block are in the cache. Pages that
 * are still being read count as there. Hits and misses may be read by different engines.
 */
final class CachestatReads extends TellingReads {

    private static final Syscalls SYSCALLS = Syscalls.get();

    private final LinuxFile file;
    private final IoEngine hits;
    private final AlignedBuffer memory;
    private final ByteBuffer fields;
    private final int fd;
    private final long rangeAddress;
    private final long countsAddress;
    private final long length;
    private final long pageSize = NativeMemory.pageSize();
    private boolean hit;

    /**
     * Owns all.
     *
     * @param file that the engines read, opened for buffered reads
     * @param hits reads what is there
     * @param misses reads what is missing, into the same block; may be the same engine
     */
    CachestatReads(LinuxFile file, IoEngine hits, IoEngine misses) throws IOException {
        super(misses);
        this.file = file;
        this.hits = hits;
        this.fd = file.fd();
        this.length = misses.block().length();
        this.memory = AlignedBuffer.allocate(CachestatLayout.RANGE_LENGTH + CachestatLayout.LENGTH);
        this.fields = memory.bytes();
        this.rangeAddress = memory.address();
        this.countsAddress = rangeAddress + CachestatLayout.RANGE_LENGTH;
        fields.putLong(CachestatLayout.RANGE_LENGTH_OFFSET, length);
    }

    /** Looks at one block; returns 0 or a negative error number. */
    long look(long offset) {
        fields.putLong(CachestatLayout.RANGE_OFFSET_OFFSET, offset);
        long result = SYSCALLS.cachestat(fd, rangeAddress, countsAddress, 0);
        long pages = (offset + length - 1) / pageSize - offset / pageSize + 1;
        hit = fields.getLong(CachestatLayout.RANGE_LENGTH + CachestatLayout.NR_CACHE_OFFSET) == pages;
        return result;
    }

    @Override
    public long read(long offset) {
        long result = look(offset);
        if (result < 0) {
            return result;
        }
        return hit ? hits.read(offset) : engine.read(offset);
    }

    @Override
    public boolean wasHit() {
        return hit;
    }

    @Override
    public void close() throws IOException {
        try (file;
                memory;
                hits) {
            super.close();
        }
    }
}
