package io.pagetax.linux.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pagetax.linux.testing.Commands;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every call with errors that the kernel really gives: each comes back as its own number, negated. */
class SyscallsRefusalTest {

    private static final Syscalls SYSCALLS = Syscalls.get();
    private static final int PAGE = NativeMemory.pageSize();
    private static final int NO_DESCRIPTOR = -1;
    /** Unlike -1, which some calls have a use for. */
    private static final int ABSENT_DESCRIPTOR = 1 << 30;

    private static final long BAD_ADDRESS = 1;
    private static final int READ_ONLY = 0;
    private static final int WRITE_ONLY = 1;
    private static final int READ_WRITE = 2;
    private static final int UNKNOWN = 77;
    private static final int UNKNOWN_FLAG = 1 << 30;
    private static final int MS_SYNC = 4;
    private static final int ANONYMOUS = MapFlags.MAP_PRIVATE | MapFlags.MAP_ANONYMOUS;
    private static final int READ_AND_WRITE = MapFlags.PROT_READ | MapFlags.PROT_WRITE;
    private static final int ABSENT_PROCESS = Integer.MAX_VALUE;

    /** Memory whose address went to the kernel must not be collected before the call is over. */
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(8192);

    private final long address = NativeMemory.addressOf(buffer);
    private final List<ByteBuffer> names = new ArrayList<>();
    private final List<Integer> descriptors = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    @TempDir
    private Path folder;

    private int file;
    private int readOnly;
    private int directory;
    private int pipe;
    private int device;

    /** Two pages, of which the second is not there. */
    private long page;

    private record Refusal(String method, Errno errno, LongSupplier call) {}

    @BeforeEach
    void open() throws IOException {
        Path path = Files.write(folder.resolve("file"), new byte[PAGE]);
        Path fifo = folder.resolve("pipe");
        Commands.run("mkfifo", fifo.toString());
        file = descriptor(path, READ_WRITE);
        readOnly = descriptor(path, READ_ONLY);
        directory = descriptor(folder, READ_ONLY);
        pipe = descriptor(fifo, READ_WRITE);
        device = descriptor(Path.of("/dev/null"), READ_WRITE);
        page = SYSCALLS.mmap(0, 2L * PAGE, READ_AND_WRITE, ANONYMOUS, NO_DESCRIPTOR, 0);
        assertThat(SYSCALLS.munmap(page + PAGE, PAGE)).isZero();
    }

    @AfterEach
    void close() {
        descriptors.forEach(descriptor -> assertThat(SYSCALLS.close(descriptor)).isZero());
        assertThat(SYSCALLS.munmap(page, PAGE)).isZero();
    }

    @TestFactory
    Stream<DynamicTest> refusalsComeBackAsNegatedErrorNumbers() {
        collect();
        return refusals.stream()
                .map(refusal ->
                        DynamicTest.dynamicTest(refusal.method() + " " + refusal.errno(), () -> check(refusal)));
    }

    private static void check(Refusal refusal) {
        long result = refusal.call().getAsLong();
        boolean isNewCall =
                refusal.method().startsWith("ioUring") || refusal.method().equals("cachestat");
        assumeTrue(
                !isNewCall || (result != -Errno.ENOSYS.number() && result != -Errno.EPERM.number()),
                "kernel or sandbox has no " + refusal.method());
        assertThat(result).isEqualTo(-refusal.errno().number());
    }

    @Test
    void everyCallHasARefusal() {
        collect();
        Set<String> methods = Arrays.stream(Syscalls.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toSet());
        assertThat(refusals.stream().map(Refusal::method).collect(Collectors.toSet()))
                .isEqualTo(methods);
    }

    private void collect() {
        collectTransfers();
        collectFileCalls();
        collectPositions();
        collectMemoryCalls();
        collectThreadCalls();
        collectIoUring();
    }

    private void collectTransfers() {
        refused("open", Errno.ENOENT, () -> SYSCALLS.open(name("absent"), READ_ONLY, 0));
        refused("open", Errno.EISDIR, () -> SYSCALLS.open(name("."), READ_WRITE, 0));
        refused("open", Errno.ENOTDIR, () -> SYSCALLS.open(name("file/below"), READ_ONLY, 0));
        refused("open", Errno.EFAULT, () -> SYSCALLS.open(BAD_ADDRESS, READ_ONLY, 0));
        refused("close", Errno.EBADF, () -> SYSCALLS.close(NO_DESCRIPTOR));
        refused("pread", Errno.EBADF, () -> SYSCALLS.pread(NO_DESCRIPTOR, address, 1, 0));
        refused("pread", Errno.EFAULT, () -> SYSCALLS.pread(file, BAD_ADDRESS, 1, 0));
        refused("pread", Errno.EINVAL, () -> SYSCALLS.pread(file, address, 1, -1));
        refused("pread", Errno.EISDIR, () -> SYSCALLS.pread(directory, address, 1, 0));
        refused("pread", Errno.ESPIPE, () -> SYSCALLS.pread(pipe, address, 1, 0));
        refused("pwrite", Errno.EBADF, () -> SYSCALLS.pwrite(readOnly, address, 1, 0));
        refused("pwrite", Errno.EFAULT, () -> SYSCALLS.pwrite(file, BAD_ADDRESS, 1, 0));
        refused("pwrite", Errno.EINVAL, () -> SYSCALLS.pwrite(file, address, 1, -1));
        refused("pwrite", Errno.ESPIPE, () -> SYSCALLS.pwrite(pipe, address, 1, 0));
        refused("pwrite", Errno.EFBIG, () -> SYSCALLS.pwrite(file, address, 1, Long.MAX_VALUE - 1));
        refused("preadv2", Errno.EBADF, () -> SYSCALLS.preadv2(NO_DESCRIPTOR, address, 1, 0, 0));
        refused("preadv2", Errno.EFAULT, () -> SYSCALLS.preadv2(file, BAD_ADDRESS, 1, 0, 0));
        refused("preadv2", Errno.EINVAL, () -> SYSCALLS.preadv2(file, address, -1, 0, 0));
        refused("preadv2", Errno.EOPNOTSUPP, () -> SYSCALLS.preadv2(file, part(), 1, 0, UNKNOWN_FLAG));
        refused("pwritev2", Errno.EBADF, () -> SYSCALLS.pwritev2(readOnly, part(), 1, 0, 0));
        refused("pwritev2", Errno.EFAULT, () -> SYSCALLS.pwritev2(file, BAD_ADDRESS, 1, 0, 0));
        refused("pwritev2", Errno.EINVAL, () -> SYSCALLS.pwritev2(file, address, -1, 0, 0));
        refused("pwritev2", Errno.EOPNOTSUPP, () -> SYSCALLS.pwritev2(file, part(), 1, 0, UNKNOWN_FLAG));
    }

    private void collectFileCalls() {
        refused("fallocate", Errno.EINVAL, () -> SYSCALLS.fallocate(file, 0, 0, 0));
        refused("fallocate", Errno.EBADF, () -> SYSCALLS.fallocate(readOnly, 0, 0, PAGE));
        refused("fallocate", Errno.EFBIG, () -> SYSCALLS.fallocate(file, 0, Long.MAX_VALUE, 1));
        refused("fallocate", Errno.ESPIPE, () -> SYSCALLS.fallocate(pipe, 0, 0, PAGE));
        refused("fallocate", Errno.ENODEV, () -> SYSCALLS.fallocate(device, 0, 0, PAGE));
        refused("fallocate", Errno.EOPNOTSUPP, () -> SYSCALLS.fallocate(file, UNKNOWN_FLAG, 0, PAGE));
        refused("fsync", Errno.EBADF, () -> SYSCALLS.fsync(NO_DESCRIPTOR));
        refused("fsync", Errno.EINVAL, () -> SYSCALLS.fsync(device));
        refused("fdatasync", Errno.EBADF, () -> SYSCALLS.fdatasync(NO_DESCRIPTOR));
        refused("fdatasync", Errno.EINVAL, () -> SYSCALLS.fdatasync(device));
        refused("syncfs", Errno.EBADF, () -> SYSCALLS.syncfs(NO_DESCRIPTOR));
        refused("ftruncate", Errno.EBADF, () -> SYSCALLS.ftruncate(NO_DESCRIPTOR, 0));
        refused("ftruncate", Errno.EINVAL, () -> SYSCALLS.ftruncate(readOnly, 0));
        refused("ftruncate", Errno.EFBIG, () -> SYSCALLS.ftruncate(file, Long.MAX_VALUE));
        refused(
                "statx",
                Errno.EBADF,
                () -> SYSCALLS.statx(ABSENT_DESCRIPTOR, emptyName(), StatxLayout.AT_EMPTY_PATH, 0, address));
        refused("statx", Errno.ENOENT, () -> SYSCALLS.statx(file, emptyName(), 0, 0, address));
        refused("statx", Errno.ENOTDIR, () -> SYSCALLS.statx(file, relativeName(), 0, 0, address));
        refused(
                "statx",
                Errno.EFAULT,
                () -> SYSCALLS.statx(file, emptyName(), StatxLayout.AT_EMPTY_PATH, 0, BAD_ADDRESS));
        refused("statx", Errno.EINVAL, () -> SYSCALLS.statx(file, emptyName(), UNKNOWN_FLAG, 0, address));
    }

    private void collectPositions() {
        refused("posixFadvise", Errno.EBADF, () -> SYSCALLS.posixFadvise(NO_DESCRIPTOR, 0, 0, 0));
        refused("posixFadvise", Errno.EINVAL, () -> SYSCALLS.posixFadvise(file, 0, 0, UNKNOWN));
        refused("posixFadvise", Errno.ESPIPE, () -> SYSCALLS.posixFadvise(pipe, 0, 0, 0));
        refused("lseek", Errno.EBADF, () -> SYSCALLS.lseek(NO_DESCRIPTOR, 0, Seek.SEEK_SET));
        refused("lseek", Errno.EINVAL, () -> SYSCALLS.lseek(file, 0, UNKNOWN));
        refused("lseek", Errno.ESPIPE, () -> SYSCALLS.lseek(pipe, 0, Seek.SEEK_SET));
        refused("lseek", Errno.ENXIO, () -> SYSCALLS.lseek(file, PAGE, Seek.SEEK_DATA));
        refused("ioctl", Errno.EBADF, () -> SYSCALLS.ioctl(NO_DESCRIPTOR, Ioctl.TCGETS, address));
        refused("ioctl", Errno.ENOTTY, () -> SYSCALLS.ioctl(file, Ioctl.BLKGETSIZE64, address));
        refused("ioctl", Errno.EOPNOTSUPP, () -> SYSCALLS.ioctl(device, Ioctl.FS_IOC_FIEMAP, address));
        refused("ioctl", Errno.EFAULT, () -> SYSCALLS.ioctl(file, Ioctl.FS_IOC_FIEMAP, BAD_ADDRESS));
        refused("cachestat", Errno.EBADF, () -> SYSCALLS.cachestat(NO_DESCRIPTOR, address, address, 0));
        refused("cachestat", Errno.EINVAL, () -> SYSCALLS.cachestat(file, address, address, 1));
        refused("cachestat", Errno.EFAULT, () -> SYSCALLS.cachestat(file, BAD_ADDRESS, address, 0));
    }

    private void collectMemoryCalls() {
        refused("mmap", Errno.ENOMEM, () -> SYSCALLS.mmap(0, 1L << 60, READ_AND_WRITE, ANONYMOUS, NO_DESCRIPTOR, 0));
        refused("mmap", Errno.EBADF, () -> mapShared(NO_DESCRIPTOR, 0));
        refused("mmap", Errno.EINVAL, () -> mapShared(file, 1));
        refused("mmap", Errno.EACCES, () -> mapShared(readOnly, 0));
        refused("mmap", Errno.EACCES, () -> mapShared(descriptor(folder.resolve("file"), WRITE_ONLY), 0));
        refused("mmap", Errno.ENODEV, () -> mapShared(pipe, 0));
        refused("munmap", Errno.EINVAL, () -> SYSCALLS.munmap(page + 1, PAGE));
        refused("munmap", Errno.EINVAL, () -> SYSCALLS.munmap(page, 0));
        refused("madvise", Errno.EINVAL, () -> SYSCALLS.madvise(page + 1, PAGE, Advice.MADV_RANDOM));
        refused("madvise", Errno.EINVAL, () -> SYSCALLS.madvise(page, PAGE, UNKNOWN));
        refused("madvise", Errno.ENOMEM, () -> SYSCALLS.madvise(page, 2L * PAGE, Advice.MADV_RANDOM));
        refused("msync", Errno.EINVAL, () -> SYSCALLS.msync(page + 1, PAGE, MS_SYNC));
        refused("msync", Errno.ENOMEM, () -> SYSCALLS.msync(page, 2L * PAGE, MS_SYNC));
        refused("mincore", Errno.EINVAL, () -> SYSCALLS.mincore(page + 1, PAGE, address));
        refused("mincore", Errno.ENOMEM, () -> SYSCALLS.mincore(page, 2L * PAGE, address));
        refused("mincore", Errno.EFAULT, () -> SYSCALLS.mincore(page, PAGE, BAD_ADDRESS));
        refused("mlock", Errno.ENOMEM, () -> SYSCALLS.mlock(page, 2L * PAGE));
        refused("mlock", Errno.EINVAL, () -> SYSCALLS.mlock(page, -PAGE));
        refused("munlock", Errno.ENOMEM, () -> SYSCALLS.munlock(page, 2L * PAGE));
        refused("munlock", Errno.EINVAL, () -> SYSCALLS.munlock(page, -PAGE));
    }

    private void collectThreadCalls() {
        refused("schedSetaffinity", Errno.EINVAL, () -> SYSCALLS.schedSetaffinity(0, Long.BYTES, zeroes()));
        refused("schedSetaffinity", Errno.EFAULT, () -> SYSCALLS.schedSetaffinity(0, Long.BYTES, BAD_ADDRESS));
        refused("schedSetaffinity", Errno.ESRCH, () -> SYSCALLS.schedSetaffinity(ABSENT_PROCESS, Long.BYTES, address));
        refused("schedGetaffinity", Errno.EINVAL, () -> SYSCALLS.schedGetaffinity(0, 1, address));
        refused("schedGetaffinity", Errno.EFAULT, () -> SYSCALLS.schedGetaffinity(0, 1024, BAD_ADDRESS));
        refused("schedGetaffinity", Errno.ESRCH, () -> SYSCALLS.schedGetaffinity(ABSENT_PROCESS, 1024, address));
        refused("membarrier", Errno.EINVAL, () -> SYSCALLS.membarrier(UNKNOWN, 0, 0));
        refused("getrusage", Errno.EINVAL, () -> SYSCALLS.getrusage(UNKNOWN, address));
        refused("getrusage", Errno.EFAULT, () -> SYSCALLS.getrusage(RusageLayout.RUSAGE_SELF, BAD_ADDRESS));
    }

    private void collectIoUring() {
        refused("ioUringSetup", Errno.EINVAL, () -> SYSCALLS.ioUringSetup(0, zeroes()));
        refused("ioUringSetup", Errno.EFAULT, () -> SYSCALLS.ioUringSetup(1, BAD_ADDRESS));
        refused("ioUringEnter", Errno.EBADF, () -> SYSCALLS.ioUringEnter(NO_DESCRIPTOR, 0, 0, 0));
        refused("ioUringEnter", Errno.EOPNOTSUPP, () -> SYSCALLS.ioUringEnter(file, 0, 0, 0));
        refused("ioUringEnter", Errno.EINVAL, () -> SYSCALLS.ioUringEnter(file, 0, 0, UNKNOWN_FLAG));
        refused("ioUringRegister", Errno.EBADF, () -> SYSCALLS.ioUringRegister(ABSENT_DESCRIPTOR, 0, 0, 0));
        refused("ioUringRegister", Errno.EOPNOTSUPP, () -> SYSCALLS.ioUringRegister(file, 0, 0, 0));
    }

    private void refused(String method, Errno errno, LongSupplier call) {
        refusals.add(new Refusal(method, errno, call));
    }

    private long mapShared(int descriptor, long offset) {
        return SYSCALLS.mmap(0, PAGE, READ_AND_WRITE, MapFlags.MAP_SHARED, descriptor, offset);
    }

    /** A vector of one part, the buffer's second half. */
    private long part() {
        buffer.order(ByteOrder.nativeOrder()).putLong(0, address + 4096).putLong(8, 1);
        return address;
    }

    private long zeroes() {
        buffer.put(0, new byte[1024]);
        return address;
    }

    private long name(String below) {
        return addressOf(folder.resolve(below).toString());
    }

    private long emptyName() {
        return addressOf("");
    }

    private long relativeName() {
        return addressOf("below");
    }

    private long addressOf(String text) {
        ByteBuffer copy = NativeMemory.cString(text);
        names.add(copy);
        return NativeMemory.addressOf(copy);
    }

    private int descriptor(Path path, int access) {
        long result = SYSCALLS.open(addressOf(path.toString()), access, 0);
        assertThat(result).as(path.toString()).isPositive();
        descriptors.add((int) result);
        return (int) result;
    }
}
