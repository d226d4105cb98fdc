package io.pagetax.linux.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.testing.Requirements;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each call on memory and the page cache once with success and once with the kernel's refusal. */
class SyscallsMemoryTest {

    private static final Syscalls SYSCALLS = Syscalls.get();
    private static final int PAGE = NativeMemory.pageSize();
    private static final int PAGES = 4;
    private static final int MS_SYNC = 4;
    private static final int READ_AND_WRITE = MapFlags.PROT_READ | MapFlags.PROT_WRITE;

    // Fields, since memory whose address went to the kernel must not be collected before the call is over.
    private final ByteBuffer vector = ByteBuffer.allocateDirect(PAGES);
    private final ByteBuffer range =
            ByteBuffer.allocateDirect(CachestatLayout.RANGE_LENGTH).order(ByteOrder.nativeOrder());
    private final ByteBuffer counts =
            ByteBuffer.allocateDirect(CachestatLayout.LENGTH).order(ByteOrder.nativeOrder());

    @TempDir
    private Path folder;

    private Path path;
    private LinuxFile file;
    private long mapping;

    @BeforeEach
    void mapFile() throws IOException {
        path = folder.resolve("file");
        Files.write(path, new byte[PAGES * PAGE]);
        file = LinuxFile.open(path, OpenFlag.RDWR);
        mapping = SYSCALLS.mmap(0, (long) PAGES * PAGE, READ_AND_WRITE, MapFlags.MAP_SHARED, file.fd(), 0);
        assertThat(mapping).isPositive();
    }

    @AfterEach
    void unmapFile() throws IOException {
        assertThat(SYSCALLS.munmap(mapping, (long) PAGES * PAGE)).isZero();
        file.close();
    }

    @Test
    void mmapReturnsAPageAlignedAddress() {
        assertThat(mapping % PAGE).isZero();
    }

    @Test
    void mmapReturnsTheErrorAndNotAnAddress() {
        int flags = MapFlags.MAP_PRIVATE | MapFlags.MAP_ANONYMOUS;
        assertThat(SYSCALLS.mmap(0, 1L << 60, READ_AND_WRITE, flags, -1, 0)).isEqualTo(-Errno.ENOMEM.number());
        assertThat(SYSCALLS.mmap(0, PAGE, READ_AND_WRITE, MapFlags.MAP_SHARED, -1, 0))
                .isEqualTo(-Errno.EBADF.number());
        assertThat(SYSCALLS.mmap(0, PAGE, READ_AND_WRITE, MapFlags.MAP_SHARED, file.fd(), 1))
                .isEqualTo(-Errno.EINVAL.number());
    }

    @Test
    void munmapReturnsZeroOrTheError() {
        int flags = MapFlags.MAP_PRIVATE | MapFlags.MAP_ANONYMOUS;
        long memory = SYSCALLS.mmap(0, PAGE, READ_AND_WRITE, flags, -1, 0);
        assertThat(SYSCALLS.munmap(memory, PAGE)).isZero();
        assertThat(SYSCALLS.munmap(mapping + 1, PAGE)).isEqualTo(-Errno.EINVAL.number());
    }

    @Test
    void madviseReturnsZeroOrTheError() {
        assertThat(SYSCALLS.madvise(mapping, (long) PAGES * PAGE, Advice.MADV_RANDOM))
                .isZero();
        assertThat(SYSCALLS.madvise(mapping + 1, PAGE, Advice.MADV_RANDOM)).isEqualTo(-Errno.EINVAL.number());
    }

    @Test
    void msyncReturnsZeroOrTheError() {
        NativeMemory.view(mapping, PAGE).put(0, (byte) 'x');
        assertThat(SYSCALLS.msync(mapping, PAGE, MS_SYNC)).isZero();
        assertThat(SYSCALLS.msync(mapping + 1, PAGE, MS_SYNC)).isEqualTo(-Errno.EINVAL.number());
    }

    @Test
    void mincoreMarksResidentPagesOrReturnsTheError() {
        long address = NativeMemory.addressOf(vector);
        assertThat(SYSCALLS.mincore(mapping, (long) PAGES * PAGE, address)).isZero();
        assertThat(vector.get(PAGES - 1) & 1).as("written a moment ago").isEqualTo(1);
        assertThat(SYSCALLS.mincore(mapping + 1, PAGE, address)).isEqualTo(-Errno.EINVAL.number());
    }

    @Test
    void cachestatCountsResidentPagesOrReturnsTheError() {
        Requirements.cachestat();
        range.putLong(CachestatLayout.RANGE_OFFSET_OFFSET, PAGE);
        range.putLong(CachestatLayout.RANGE_LENGTH_OFFSET, 2L * PAGE);
        long rangeAddress = NativeMemory.addressOf(range);
        long countsAddress = NativeMemory.addressOf(counts);
        assertThat(SYSCALLS.cachestat(file.fd(), rangeAddress, countsAddress, 0))
                .isZero();
        assertThat(counts.getLong(CachestatLayout.NR_CACHE_OFFSET)).isEqualTo(2);
        assertThat(SYSCALLS.cachestat(file.fd(), rangeAddress, countsAddress, 1))
                .isEqualTo(-Errno.EINVAL.number());
        assertThat(SYSCALLS.cachestat(-1, rangeAddress, countsAddress, 0)).isEqualTo(-Errno.EBADF.number());
    }
}
