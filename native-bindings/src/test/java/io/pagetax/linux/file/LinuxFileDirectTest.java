package io.pagetax.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.testing.LoopMount;
import io.pagetax.linux.testing.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Direct I/O. Buffers are always aligned to the page here: some block drivers corrupt memory if they are not, whatever
 * they should do.
 */
class LinuxFileDirectTest {

    private static final int BLOCK = 4096;
    private static final int BLOCKS = 64;
    private static final int LENGTH = BLOCKS * BLOCK;

    @TempDir
    private Path folder;

    private final byte[] content = new byte[LENGTH];

    @BeforeEach
    void makeContent() throws IOException {
        Requirements.disk(folder);
        new Random(2).nextBytes(content);
    }

    private Path makeFile(Path parent) throws IOException {
        return Files.write(parent.resolve("file"), content, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
    }

    private static LinuxFile openDirect(Path path) throws IOException {
        LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR, OpenFlag.DIRECT);
        DioAlignment alignment = file.status().dioAlignment();
        boolean supported = alignment == null || (alignment.supported() && alignment.offset() <= BLOCK);
        if (!supported) {
            file.close();
        }
        assumeTrue(supported, "needs direct I/O in blocks of " + BLOCK + ": " + alignment);
        return file;
    }

    @Test
    void readsWhatWasWrittenThroughTheCache() throws IOException {
        try (LinuxFile file = openDirect(makeFile(folder));
                AlignedBuffer buffer = AlignedBuffer.allocate(LENGTH)) {
            assertThat(file.read(buffer.address(), LENGTH, 0)).isEqualTo(LENGTH);
            assertThat(bytes(buffer, LENGTH)).isEqualTo(content);
        }
    }

    @Test
    void writesAreSeenThroughTheCache() throws IOException {
        Path path = makeFile(folder);
        try (LinuxFile file = openDirect(path);
                AlignedBuffer buffer = AlignedBuffer.allocate(BLOCK)) {
            buffer.bytes().put(0, content, BLOCK, BLOCK);
            file.write(buffer.address(), BLOCK, 5 * BLOCK);
        }
        System.arraycopy(content, BLOCK, content, 5 * BLOCK, BLOCK);
        assertThat(path).hasBinaryContent(content);
    }

    @ParameterizedTest
    @CsvSource({"ext4, 32", "xfs, 300", "btrfs, 128"})
    void readsAcrossAnUnalignedEndOfFileReturnShortCount(String fileSystem, int mebibytes) throws IOException {
        try (LoopMount mount = LoopMount.create(folder, fileSystem, mebibytes)) {
            Path path = makeFile(mount.folder());
            int tail = 1000;
            Files.write(path, new byte[tail], StandardOpenOption.APPEND, StandardOpenOption.SYNC);
            try (LinuxFile file = openDirect(path);
                    AlignedBuffer buffer = AlignedBuffer.allocate(2 * BLOCK)) {
                assertThat(file.read(buffer.address(), 2 * BLOCK, LENGTH)).isEqualTo(tail);
                assertThat(file.read(buffer.address(), 2 * BLOCK, LENGTH - BLOCK))
                        .isEqualTo(BLOCK + tail);
                assertThat(file.read(buffer.address(), 2 * BLOCK, LENGTH + BLOCK))
                        .isZero();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 4096", "0, 4095", "100, 512"})
    void misalignedRangesOnExt4AreRefusedWithTheRule(long offset, long length) throws IOException {
        Requirements.fileSystem(folder, "ext4");
        Path path = makeFile(folder);
        try (LinuxFile file = openDirect(path);
                AlignedBuffer buffer = AlignedBuffer.allocate(BLOCK)) {
            NativeIoException failure =
                    catchThrowableOfType(NativeIoException.class, () -> file.read(buffer.address(), length, offset));
            assertThat(failure.errno()).isEqualTo(Errno.EINVAL);
            assertThat(failure)
                    .hasMessage(
                            "pread(%s, off=%d, len=%d): EINVAL (22, invalid argument); with O_DIRECT,"
                                    + " buffer address, offset and length must be multiples of the alignment in statx(2)",
                            path, offset, length);
        }
    }

    @Test
    void alignmentThatTheFileStatesIsEnough() throws IOException {
        try (LinuxFile file = openDirect(makeFile(folder));
                AlignedBuffer buffer = AlignedBuffer.allocate(BLOCK)) {
            DioAlignment alignment = file.status().dioAlignment();
            assumeTrue(alignment != null, "this file system does not state its alignment");
            int unit = alignment.readOffset();
            assertThat(file.read(buffer.address(), unit, 3L * unit)).isEqualTo(unit);
            byte[] expected = new byte[unit];
            System.arraycopy(content, 3 * unit, expected, 0, unit);
            assertThat(bytes(buffer, unit)).isEqualTo(expected);
        }
    }

    private static byte[] bytes(AlignedBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.bytes().get(0, bytes);
        return bytes;
    }
}
