package io.pagetax.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pagetax.Descriptors;
import io.pagetax.DiskFolder;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.pagecache.PageCache;
import io.pagetax.linux.pagecache.Residency;
import io.pagetax.linux.syscall.Errno;
import io.pagetax.testfile.DataFile;
import io.pagetax.workload.AccessPath;
import io.pagetax.workload.CacheState;
import io.pagetax.workload.Ioengine;
import io.pagetax.workload.Rw;
import io.pagetax.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(DiskFolder.class)
class EnginesTest {

    private static final long SIZE = 1 << 20;
    private static final Path MEMORY = Path.of("/dev/shm");

    @TempDir(factory = DiskFolder.class)
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = AccessPath.class,
            names = {"BUFFERED", "MMAP"})
    void findsNothingAgainstPathsThatEveryKernelHas(AccessPath path) throws IOException {
        try (DataFile data = DataFile.create(folder, SIZE, () -> false)) {
            assertThat(Engines.unavailabilityCause(reads(path, SIZE), data.path()))
                    .isEmpty();
        }
    }

    @Test
    void findsNothingAgainstWritingWithoutWritingAnything() throws IOException {
        try (DataFile data = DataFile.create(folder, SIZE, () -> false)) {
            byte[] before = Files.readAllBytes(data.path());
            Workload writes = new Workload(Rw.WRITE, AccessPath.BUFFERED, CacheState.UNCACHED, 4096, SIZE, 1, 42);
            assertThat(Engines.unavailabilityCause(writes, data.path())).isEmpty();
            assertThat(data.path()).hasBinaryContent(before);
        }
    }

    @Test
    void tellsWhyDontcacheCannotBeHadInMemory() throws IOException {
        assumeThat(MEMORY).isWritable();
        assumeThat(Files.getFileStore(MEMORY).type())
                .as("what is mounted on %s", MEMORY)
                .isEqualTo("tmpfs");
        Path file = Files.createTempFile(MEMORY, "pagetax-test-", ".data");
        try {
            Files.write(file, new byte[(int) SIZE]);
            Optional<String> cause = Engines.unavailabilityCause(reads(AccessPath.DONTCACHE, SIZE), file);
            assumeThat(cause).as("whether this kernel's tmpfs refuses").isPresent();
            assertThat(cause.orElseThrow()).contains("preadv2").contains(file.toString());
            assertThat(Engines.unavailabilityCause(reads(AccessPath.BUFFERED, SIZE), file))
                    .isEmpty();
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void throwsWhatSaysNothingOfSupport() {
        for (Ioengine engine : Ioengine.of(AccessPath.DIRECT)) {
            if (!engine.queues()) {
                Workload workload = reads(AccessPath.DIRECT, SIZE).by(engine, 1);
                assertThatThrownBy(() -> Engines.unavailabilityCause(workload, folder.resolve("absent")))
                        .isInstanceOfSatisfying(
                                NativeIoException.class,
                                failure -> assertThat(failure.errno()).isEqualTo(Errno.ENOENT));
            }
        }
    }

    @Test
    void keepsNoDescriptorOpenIfTheFileCannotBeMapped() throws IOException {
        try (DataFile data = DataFile.create(folder, SIZE, () -> false)) {
            assertThatThrownBy(() -> Engines.open(reads(AccessPath.MMAP, 1L << 60), data.path()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is longer than");
            assertThat(Descriptors.countOf(data.path())).isZero();
        }
    }

    /** Blocks are mapped at addresses of their own, so a block that is not given back is a mapping more. */
    @Test
    void keepsNoBlockIfTheFileCannotBeOpened() throws IOException {
        Workload large = new Workload(
                Rw.RANDREAD, AccessPath.BUFFERED, CacheState.UNCACHED, Workload.MAX_BLOCK_SIZE, 1L << 32, 1, 42);
        long before = memoryKib();
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> Engines.open(large, folder.resolve("absent")))
                    .isInstanceOf(NativeIoException.class);
        }
        assertThat(memoryKib() - before)
                .as("KiB of memory more than before")
                .isLessThan(2L * Workload.MAX_BLOCK_SIZE / 1024);
    }

    @ParameterizedTest
    @CsvSource({
        "RANDREAD, DIRECT, PSYNC, pread, none",
        "READ, BUFFERED, PSYNC, pread, default",
        "RANDREAD, BUFFERED, PSYNC, pread, off",
        "RANDREAD, BUFFERED, PVSYNC2, preadv2, off",
        "RANDREAD, DONTCACHE, PVSYNC2, preadv2, off",
        "READ, MMAP, MMAP, mmap, default",
        "RANDWRITE, DIRECT, PSYNC, pwrite, none",
        "WRITE, BUFFERED, PVSYNC2, pwritev2, default",
        "RANDREAD, DIRECT, IO_URING, io_uring READ, none",
        "WRITE, BUFFERED, IO_URING, io_uring WRITE, default",
        "RANDREAD, BUFFERED, FILECHANNEL, FileChannel.read, off",
        "RANDWRITE, DIRECT, FILECHANNEL, FileChannel.write, none",
        "RANDREAD, MMAP, MAPPEDBYTEBUFFER, MappedByteBuffer.get, off"
    })
    void namesTheCallAndTheReadaheadOfAWorkload(
            Rw rw, AccessPath path, Ioengine engine, String call, String readahead) {
        Workload workload = new Workload(rw, path, CacheState.UNCACHED, 4096, SIZE, 1, 42).by(engine, 1);
        assertThat(Engines.callName(workload)).isEqualTo(call);
        assertThat(Engines.readahead(workload)).isEqualTo(readahead);
    }

    /** Otherwise a random read through the cache would bring its neighbours along, and be another measurement. */
    @ParameterizedTest
    @CsvSource({"BUFFERED, PSYNC", "BUFFERED, PVSYNC2", "BUFFERED, FILECHANNEL", "MMAP, MMAP", "MMAP, MAPPEDBYTEBUFFER"
    })
    void bringsInThePageAskedForAloneInRandomOrder(AccessPath path, Ioengine ioengine) throws IOException {
        try (DataFile data = DataFile.create(folder, SIZE, () -> false);
                PageCache cache = PageCache.of(data.path())) {
            cache.flush();
            cache.evict(0, SIZE);
            assumeThat(cache.residency(0, SIZE)).as("what the kernel says").isPresent();
            try (IoEngine engine = Engines.open(reads(path, SIZE).by(ioengine, 1), data.path())) {
                for (int block : new int[] {100, 101, 102, 17, 16}) {
                    engine.read(block * 4096L);
                }
                assertThat(cache.residency(0, SIZE).map(Residency::resident)).contains(5L);
            }
        }
    }

    @Test
    void tellsThatAChannelTakesNoLessThanTheBlockOfTheFileSystem() throws IOException {
        assumeThat(Files.getFileStore(folder).getBlockSize())
                .as("block of the file system")
                .isGreaterThan(512);
        try (DataFile data = DataFile.create(folder, SIZE, () -> false)) {
            Workload small = new Workload(Rw.READ, AccessPath.DIRECT, CacheState.UNCACHED, 512, SIZE, 1, 42);
            assertThat(Engines.unavailabilityCause(small.by(Ioengine.FILECHANNEL, 1), data.path())
                            .orElseThrow())
                    .contains("FileChannel", "multiples of")
                    .contains(data.path().toString());
        }
    }

    @Test
    void opensNoQueueForAnEngineWithoutAndNoSingleOneForAnEngineWithOne() {
        Path absent = folder.resolve("absent");
        Workload psync = reads(AccessPath.DIRECT, SIZE);
        assertThatThrownBy(() -> Engines.openQueue(psync, absent)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Engines.open(psync.by(Ioengine.IO_URING, 1), absent))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Workload reads(AccessPath path, long size) {
        return new Workload(Rw.RANDREAD, path, CacheState.UNCACHED, 4096, size, 1, 42);
    }

    private static long memoryKib() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmSize:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
