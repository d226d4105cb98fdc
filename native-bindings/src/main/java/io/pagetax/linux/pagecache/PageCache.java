package io.pagetax.linux.pagecache;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.syscall.Advice;
import io.pagetax.linux.syscall.CachestatLayout;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.syscall.Syscalls;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The page cache of one file: what is resident, and how to change it without privileges.
 *
 * <p>It works through a read-only descriptor of its own, so neither O_DIRECT nor readahead advice on the user's
 * descriptor changes what happens here. <b>Not thread-safe.</b>
 */
public final class PageCache implements AutoCloseable {

    private static final Syscalls SYSCALLS = Syscalls.get();
    private static final int READ_LENGTH = 1 << 20;

    private final LinuxFile file;
    private final ByteBuffer range =
            ByteBuffer.allocateDirect(CachestatLayout.RANGE_LENGTH).order(ByteOrder.nativeOrder());
    private final ByteBuffer counts =
            ByteBuffer.allocateDirect(CachestatLayout.LENGTH).order(ByteOrder.nativeOrder());
    private final boolean onOverlay;
    private boolean randomAdvised;

    private PageCache(LinuxFile file, boolean onOverlay) {
        this.file = file;
        this.onOverlay = onOverlay;
    }

    /**
     * Opens the file for reading.
     *
     * @throws NativeIoException ENOENT, EACCES
     */
    public static PageCache of(Path path) throws NativeIoException {
        return new PageCache(LinuxFile.open(path, OpenFlag.RDONLY), isOnOverlay(path));
    }

    private static boolean isOnOverlay(Path path) {
        try {
            return Files.getFileStore(path).type().equals("overlay");
        } catch (IOException notTold) {
            return false;
        }
    }

    /**
     * Counts pages in a range, by cachestat(2), or by mincore(2) where the kernel lacks it (before 6.5) and on an overlay,
     * whose own files never have pages: they belong to the file of the folder below, which a mapping leads to and
     * cachestat does not (seen on 6.18).
     *
     * @param offset in bytes
     * @param length in bytes, more than 0
     * @return empty if the kernel does not let this user know: the file is neither theirs nor writable by them
     */
    public Optional<Residency> residency(long offset, long length) throws NativeIoException {
        if (onOverlay) {
            return Mincore.residency(file, offset, length);
        }
        range.putLong(CachestatLayout.RANGE_OFFSET_OFFSET, offset);
        range.putLong(CachestatLayout.RANGE_LENGTH_OFFSET, length);
        long result = cachestat();
        if (result >= 0) {
            return Optional.of(new Residency(
                    counts.getLong(CachestatLayout.NR_CACHE_OFFSET),
                    counts.getLong(CachestatLayout.NR_DIRTY_OFFSET),
                    counts.getLong(CachestatLayout.NR_WRITEBACK_OFFSET),
                    counts.getLong(CachestatLayout.NR_RECENTLY_EVICTED_OFFSET)));
        }
        return switch (Errno.ofResult(result)) {
            case EPERM -> Optional.empty();
            case ENOSYS -> Mincore.residency(file, offset, length);
            default -> throw new NativeIoException("cachestat", file.path(), offset, length, result);
        };
    }

    private long cachestat() {
        try {
            return SYSCALLS.cachestat(file.fd(), NativeMemory.addressOf(range), NativeMemory.addressOf(counts), 0);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Reads a range into the cache with the kernel's usual readahead, which may use large folios and may go a little
     * beyond the range.
     */
    public void populate(long offset, long length) throws NativeIoException {
        adviseRandom(false);
        readThrough(offset, length);
    }

    /**
     * Reads a range into the cache in single pages and not a page more, so that each can be {@linkplain #evict
     * evicted} by itself: the kernel drops a large folio only as a whole.
     */
    public void populateSinglePages(long offset, long length) throws NativeIoException {
        adviseRandom(true);
        readThrough(offset, length);
    }

    /**
     * Drops the pages that lie wholly in a range. Pages that are mapped by any process or part of a larger folio that
     * crosses the range's edge stay; dirty ones are submitted for writeback, and stay if it has not ended in time. So
     * {@link #flush} first, unmap first, and look at {@link #residency} afterwards.
     */
    public void evict(long offset, long length) throws NativeIoException {
        file.advise(offset, length, Advice.POSIX_FADV_DONTNEED);
    }

    /** Writes dirty pages of the whole file back and waits for it. */
    public void flush() throws NativeIoException {
        file.dataSync();
    }

    private void adviseRandom(boolean random) throws NativeIoException {
        if (random != randomAdvised) {
            file.advise(0, 0, random ? Advice.POSIX_FADV_RANDOM : Advice.POSIX_FADV_NORMAL);
            randomAdvised = random;
        }
    }

    private void readThrough(long offset, long length) throws NativeIoException {
        try (AlignedBuffer buffer = AlignedBuffer.allocate(READ_LENGTH)) {
            long end = offset + length;
            for (long at = offset; at < end; at += READ_LENGTH) {
                file.read(buffer.address(), Math.min(READ_LENGTH, end - at), at);
            }
        }
    }

    @Override
    public void close() throws NativeIoException {
        file.close();
    }
}
