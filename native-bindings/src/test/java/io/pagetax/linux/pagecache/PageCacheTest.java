package io.pagetax.linux.pagecache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.device.MountTable;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.testing.ChildJvm;
import io.pagetax.linux.testing.MountedFileSystem;
import io.pagetax.linux.testing.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PageCacheTest {

    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    @TempDir
    private Path folder;

    @Nested
    class OnTheDiskOfThisMachine extends PageCacheContract {

        @TempDir
        private Path disk;

        @Override
        Path folder() {
            return disk;
        }
    }

    @Nested
    class OnExt4 extends PageCacheContract {

        @RegisterExtension
        static final MountedFileSystem MOUNT = new MountedFileSystem("ext4", 64);

        @Override
        Path folder() {
            return MOUNT.folder();
        }
    }

    @Nested
    class OnXfs extends PageCacheContract {

        @RegisterExtension
        static final MountedFileSystem MOUNT = new MountedFileSystem("xfs", 300);

        @Override
        Path folder() {
            return MOUNT.folder();
        }
    }

    @Nested
    class OnBtrfs extends PageCacheContract {

        @RegisterExtension
        static final MountedFileSystem MOUNT = new MountedFileSystem("btrfs", 128);

        @Override
        Path folder() {
            return MOUNT.folder();
        }
    }

    @Test
    void memoryFileSystemStaysResident() throws IOException {
        assumeTrue(Files.isWritable(SHARED_MEMORY), "needs " + SHARED_MEMORY);
        assumeTrue(MountTable.read().mountOf(SHARED_MEMORY).orElseThrow().isMemory(), SHARED_MEMORY + " is a disk");
        int length = 10 * NativeMemory.pageSize();
        Path path = Files.createTempFile(SHARED_MEMORY, "pagetax-test-", "");
        try (PageCache cache = PageCache.of(path)) {
            Files.write(path, new byte[length]);
            cache.flush();
            cache.evict(0, length);
            assertThat(cache.residency(0, length).orElseThrow().resident()).isEqualTo(10);
        } finally {
            Files.delete(path);
        }
    }

    @Test
    void emptyFileHasNothingResident() throws IOException {
        try (PageCache cache = PageCache.of(Files.createFile(folder.resolve("file")))) {
            cache.populate(0, 1 << 20);
            assertThat(cache.residency(0, 1 << 20).orElseThrow().resident()).isZero();
        }
    }

    @Test
    void mincoreCountsAcrossItsWindows() throws IOException {
        Requirements.disk(folder);
        int page = NativeMemory.pageSize();
        long window = (1L << 16) * page;
        Path path = folder.resolve("sparse");
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR, OpenFlag.CREAT);
                PageCache cache = PageCache.of(path)) {
            file.truncate(3 * window);
            cache.populateSinglePages(window - page, 2L * page);
            cache.populateSinglePages(3 * window - page, page);
            assertThat(Mincore.residency(file, 0, 3 * window).orElseThrow().resident())
                    .isEqualTo(3);
            assertThat(Mincore.residency(file, window - 1, 2).orElseThrow().resident())
                    .isEqualTo(2);
        }
    }

    @Test
    void mincoreTellsTheOwnerOfAReadOnlyFile() throws IOException {
        ChildJvm.runUnprivileged(folder, AsksForOwnReadOnlyFile.class, folder.toString());
    }

    static final class AsksForOwnReadOnlyFile {

        public static void main(String[] arguments) throws IOException {
            int page = NativeMemory.pageSize();
            Path path = Files.write(Path.of(arguments[0], "own"), new byte[page]);
            assertThat(path.toFile().setReadOnly()).isTrue();
            try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
                assertThat(Mincore.residency(file, 0, page))
                        .hasValueSatisfying(
                                residency -> assertThat(residency.resident()).isEqualTo(1));
            }
        }
    }

    @Test
    void residencyOfAnotherUsersFileIsEmpty() throws IOException {
        Path answer = folder.resolve("answer");
        ChildJvm.runUnprivileged(folder, AsksForForeignFile.class, answer.toString());
        assumeFalse(Files.readString(answer).equals("told"), "this kernel tells every user of every file");
        assertThat(answer).hasContent("empty");
    }

    static final class AsksForForeignFile {

        private static final Path FOREIGN = Path.of("/etc/passwd");

        public static void main(String[] arguments) throws IOException {
            assertThat(Files.isWritable(FOREIGN)).isFalse();
            try (PageCache cache = PageCache.of(FOREIGN);
                    LinuxFile file = LinuxFile.open(FOREIGN, OpenFlag.RDONLY)) {
                boolean told = cache.residency(0, 1).isPresent();
                assertThat(Mincore.residency(file, 0, 1)).isEmpty();
                Files.writeString(Path.of(arguments[0]), told ? "told" : "empty");
            }
        }
    }

    @Test
    void absentFileIsRefused() {
        Path absent = folder.resolve("absent");
        assertThatExceptionOfType(NativeIoException.class)
                .isThrownBy(() -> PageCache.of(absent))
                .withMessage("open(%s): ENOENT (2, no such file or directory)", absent);
    }

    @Test
    void useAfterCloseIsRefused() throws IOException {
        Path path = Files.write(folder.resolve("file"), new byte[10]);
        PageCache cache = PageCache.of(path);
        cache.close();
        cache.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> cache.residency(0, 10))
                .withMessage("closed: " + path);
        assertThatIllegalStateException().isThrownBy(() -> cache.populate(0, 10));
        assertThatIllegalStateException().isThrownBy(() -> cache.evict(0, 10));
        assertThatIllegalStateException().isThrownBy(cache::flush);
    }
}
