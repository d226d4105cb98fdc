package io.pagetax.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.file.AlignedBuffer.Backing;
import io.pagetax.linux.testing.ChildJvm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HugePagesTest {

    private static final Path FREE = Path.of("/sys/kernel/mm/hugepages/hugepages-2048kB/free_hugepages");
    private static final Path TRANSPARENT = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
    private static final int MIB = 1 << 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2 * MIB - 1, 2 * MIB, 5 * MIB})
    void memoryIsAlignedZeroAndOfTheLengthAskedFor(int length) throws NativeIoException {
        try (AlignedBuffer buffer = AlignedBuffer.allocateHugePages(length)) {
            assertThat(buffer.address() % HugePages.SIZE).isZero();
            assertThat(buffer.length()).isEqualTo(length);
            assertThat(buffer.bytes()).isEqualTo(ByteBuffer.allocate(length));
        }
    }

    @Test
    void lengthBelowOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlignedBuffer.allocateHugePages(0))
                .withMessage("length must be at least 1: length=0");
    }

    @Test
    void poolIsUsedFirst() throws IOException {
        long before = free();
        assumeTrue(before > 0, "needs a free huge page, vm.nr_hugepages");
        try (AlignedBuffer buffer = AlignedBuffer.allocateHugePages(1)) {
            assertThat(buffer.backing()).isEqualTo(Backing.HUGETLB);
            assertThat(free()).isEqualTo(before - 1);
        }
        assertThat(free()).isEqualTo(before);
    }

    @Test
    void transparentPagesAreUsedNextIfTheKernelHasThem() throws IOException {
        assumeTrue(free() == 0, "needs an empty pool of huge pages");
        assumeTrue(
                Files.exists(TRANSPARENT) && !Files.readString(TRANSPARENT).contains("[never]"),
                "needs transparent huge pages");
        try (AlignedBuffer buffer = AlignedBuffer.allocateHugePages(3 * MIB)) {
            // Memory may be too scattered for them.
            assertThat(buffer.backing()).isIn(Backing.TRANSPARENT, Backing.ORDINARY);
            long huge = HugePages.hugeBytesAt(buffer.address(), Files.readAllLines(Path.of("/proc/self/smaps")));
            assertThat(huge >= 4 * MIB).isEqualTo(buffer.backing() == Backing.TRANSPARENT);
        }
    }

    @Test
    void ordinaryMemoryIsCalledThat() throws NativeIoException {
        try (AlignedBuffer buffer = AlignedBuffer.allocate(4 * MIB)) {
            assertThat(buffer.backing()).isEqualTo(Backing.ORDINARY);
        }
    }

    @Test
    void hugeBytesAreThoseOfTheMappingThatTheAddressIsIn() {
        List<String> smaps = List.of(
                "7f0000000000-7f0000200000 rw-p 00000000 00:00 0 ",
                "Size:               2048 kB",
                "AnonHugePages:         0 kB",
                "7f0000200000-7f0000a00000 rw-p 00000000 00:00 0 ",
                "AnonHugePages:      6144 kB",
                "ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]",
                "AnonHugePages:        64 kB");
        assertThat(HugePages.hugeBytesAt(0x7f0000000000L, smaps)).isZero();
        assertThat(HugePages.hugeBytesAt(0x7f0000200000L, smaps)).isEqualTo(6L * MIB);
        assertThat(HugePages.hugeBytesAt(0x7f00009fffffL, smaps)).isEqualTo(6L * MIB);
        assertThat(HugePages.hugeBytesAt(0x7f0000a00000L, smaps)).isZero();
        assertThat(HugePages.hugeBytesAt(0xffffffffff600000L, smaps)).isEqualTo(64 * 1024);
    }

    @Test
    void lockedMemoryIsCountedUntilItIsUnlocked() throws IOException {
        try (AlignedBuffer buffer = AlignedBuffer.allocate(64 * 1024)) {
            long before = lockedKibibytes();
            buffer.lock();
            assertThat(lockedKibibytes()).isEqualTo(before + 64);
            buffer.unlock();
            assertThat(lockedKibibytes()).isEqualTo(before);
        }
    }

    @Test
    void lockBeyondTheLimitHintsAtIt() throws IOException {
        ChildJvm.runUnprivilegedLimited("--memlock=65536", folder, LocksTooMuch.class);
    }

    @Test
    void lockWithoutAnyLeaveHintsAtTheLimit() throws IOException {
        ChildJvm.runUnprivilegedLimited("--memlock=0", folder, LocksWithoutLeave.class);
    }

    static final class LocksTooMuch {

        public static void main(String[] arguments) throws NativeIoException {
            expectRefusal("mlock(anonymous memory, len=1048576): ENOMEM (12, out of memory); raise `ulimit -l`");
        }
    }

    static final class LocksWithoutLeave {

        public static void main(String[] arguments) throws NativeIoException {
            expectRefusal(
                    "mlock(anonymous memory, len=1048576): EPERM (1, operation not permitted);" + " raise `ulimit -l`");
        }
    }

    private static void expectRefusal(String message) throws NativeIoException {
        try (AlignedBuffer buffer = AlignedBuffer.allocate(MIB)) {
            assertThatExceptionOfType(NativeIoException.class)
                    .isThrownBy(buffer::lock)
                    .withMessage(message);
        }
    }

    private static long lockedKibibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmLck:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static long free() throws IOException {
        return Files.exists(FREE) ? Long.parseLong(Files.readString(FREE).strip()) : 0;
    }
}
