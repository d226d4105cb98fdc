package io.pagetax.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pagetax.linux.syscall.FallocateMode;
import io.pagetax.linux.testing.MountedFileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On ext4, where it is known in advance. */
class ExtentMapTest {

    private static final int BLOCK = 4096;
    /** What mkfs.ext4 chooses for a small file system. */
    private static final int SMALLEST_BLOCK = 1024;

    private static final long MIB = 1 << 20;

    @RegisterExtension
    static final MountedFileSystem EXT4 = new MountedFileSystem("ext4", 128);

    @Test
    void writtenFileIsData() throws IOException {
        try (LinuxFile file = newFile("written")) {
            write(file, 0, 10);
            ExtentMap map = ExtentMap.afterWriteback(file);
            assertThat(map.size()).isEqualTo(10 * BLOCK);
            assertThat(map.unwrittenBytes()).isZero();
            assertThat(map.holeBytes()).isZero();
            assertThat(map.extents())
                    .allSatisfy(extent -> assertThat(extent.deviceOffset())
                            .isPositive()
                            .matches(offset -> offset % SMALLEST_BLOCK == 0));
            assertThat(last(map).is(Extent.Trait.LAST)).isTrue();
            assertThat(last(map).end()).isEqualTo(10 * BLOCK);
        }
    }

    @Test
    void reservedSpaceIsUnwritten() throws IOException {
        try (LinuxFile file = newFile("reserved")) {
            file.allocate(0, 0, MIB);
            write(file, 2, 3);
            ExtentMap map = ExtentMap.afterWriteback(file);
            assertThat(map.unwrittenBytes()).isEqualTo(MIB - 3 * BLOCK);
            assertThat(map.holeBytes()).isZero();
        }
    }

    @Test
    void spaceReservedBeyondTheEndIsNotCounted() throws IOException {
        try (LinuxFile file = newFile("beyond")) {
            write(file, 0, 1);
            file.allocate(FallocateMode.FALLOC_FL_KEEP_SIZE, 0, MIB);
            ExtentMap map = ExtentMap.afterWriteback(file);
            assertThat(map.size()).isEqualTo(BLOCK);
            assertThat(last(map).end()).isEqualTo(MIB);
            assertThat(map.unwrittenBytes()).isZero();
            assertThat(map.holeBytes()).isZero();
        }
    }

    @Test
    void whatNoExtentCoversIsAHole() throws IOException {
        try (LinuxFile file = newFile("holes")) {
            write(file, 5, 1);
            file.truncate(MIB);
            assertThat(ExtentMap.afterWriteback(file).holeBytes()).isEqualTo(MIB - BLOCK);
        }
    }

    @Test
    void emptyFileHasNoExtents() throws IOException {
        try (LinuxFile file = newFile("empty")) {
            assertThat(ExtentMap.of(file)).isEqualTo(new ExtentMap(0, List.of()));
        }
    }

    @Test
    void dataInTheCacheOnlyHasNoPlaceYet() throws IOException {
        try (LinuxFile file = newFile("delayed")) {
            write(file, 0, 4);
            ExtentMap early = ExtentMap.of(file);
            assertThat(early.bytesThatAre(Extent.Trait.DELAYED_ALLOCATION)).isEqualTo(4 * BLOCK);
            assertThat(early.bytesThatAre(Extent.Trait.UNKNOWN_PLACE)).isEqualTo(4 * BLOCK);
            file.sync();
            assertThat(ExtentMap.of(file).bytesThatAre(Extent.Trait.DELAYED_ALLOCATION))
                    .isZero();
        }
    }

    /** The kernel is asked for 256 at a time. */
    @Test
    void moreExtentsThanOneCallReturnsAreReadToTheLast() throws IOException {
        int count = 700;
        try (LinuxFile file = newFile("many")) {
            for (int i = 0; i < count; i++) {
                write(file, 2L * i, 1);
            }
            ExtentMap map = ExtentMap.afterWriteback(file);
            assertThat(map.extents()).hasSize(count);
            assertThat(map.extents())
                    .extracting(Extent::offset)
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(map.holeBytes()).isEqualTo((count - 1L) * BLOCK);
        }
    }

    @Test
    void fileSystemThatDoesNotTellIsNamed() throws IOException {
        Path path = Path.of("/proc/self/stat");
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDONLY)) {
            assertThatExceptionOfType(NativeIoException.class)
                    .isThrownBy(() -> ExtentMap.of(file))
                    .withMessage("ioctl FS_IOC_FIEMAP(/proc/self/stat): EOPNOTSUPP (95, operation not supported);"
                            + " this file system does not tell where its data lies");
        }
    }

    @Test
    void traitsAreTakenFromTheirBits() {
        assertThat(Extent.Trait.of(0x801)).isEqualTo(Set.of(Extent.Trait.LAST, Extent.Trait.UNWRITTEN));
        assertThat(Extent.Trait.of(0x2208))
                .isEqualTo(Set.of(Extent.Trait.SHARED, Extent.Trait.INLINE, Extent.Trait.ENCODED));
        assertThat(Extent.Trait.of(0)).isEmpty();
    }

    private static LinuxFile newFile(String name) throws IOException {
        return LinuxFile.open(EXT4.folder().resolve(name), OpenFlag.RDWR, OpenFlag.CREAT, OpenFlag.EXCL);
    }

    private static void write(LinuxFile file, long firstBlock, int blocks) throws NativeIoException {
        try (AlignedBuffer buffer = AlignedBuffer.allocate(blocks * BLOCK)) {
            file.write(buffer.address(), buffer.length(), firstBlock * BLOCK);
        }
    }

    private static Extent last(ExtentMap map) {
        return map.extents().get(map.extents().size() - 1);
    }
}
