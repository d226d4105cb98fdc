package io.pagetax.linux.file;

import io.pagetax.linux.syscall.Errno;
import io.pagetax.linux.syscall.Ioctl;
import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.syscall.Seek;
import io.pagetax.linux.syscall.Syscalls;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An open file descriptor.
 *
 * <p><b>Safe for use by several threads</b>, as positional I/O on a descriptor is; but who closes it must know that
 * nobody is inside a call, since the kernel may give the number to the next file that is opened.
 */
public final class LinuxFile implements AutoCloseable {

    private static final Syscalls SYSCALLS = Syscalls.get();
    private static final int OWNER_READ_WRITE = 0600;

    private final Path path;
    private final int fd;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LinuxFile(Path path, int fd) {
        this.path = path;
        this.fd = fd;
    }

    /**
     * open(2) with {@code O_CLOEXEC} added; a file that is created may be read and written by its owner alone.
     *
     * @throws NativeIoException ENOENT, EACCES, EROFS, EINVAL (no O_DIRECT here), ENOSPC and all others of open(2)
     */
    public static LinuxFile open(Path path, OpenFlag first, OpenFlag... more) throws NativeIoException {
        Set<OpenFlag> flags = EnumSet.of(first, more);
        flags.add(OpenFlag.CLOEXEC);
        ByteBuffer name = NativeMemory.cString(path.toString());
        try {
            long result = SYSCALLS.open(NativeMemory.addressOf(name), OpenFlag.bits(flags), OWNER_READ_WRITE);
            if (result < 0) {
                throw new NativeIoException("open", path, result);
            }
            return new LinuxFile(path, (int) result);
        } finally {
            Reference.reachabilityFence(name);
        }
    }

    /** The descriptor's number, for calls through {@link Syscalls}; not to be closed there. */
    public int fd() {
        if (closed.get()) {
            throw new IllegalStateException("closed: " + path);
        }
        return fd;
    }

    /** The path it was opened by. */
    public Path path() {
        return path;
    }

    /**
     * pread(2) until {@code length} bytes are there or the file ends; interrupted calls go on.
     *
     * @param address of at least {@code length} bytes, aligned as {@link DioAlignment} says if the file is O_DIRECT
     * @return the bytes read, fewer than {@code length} only at the end of the file
     */
    public long read(long address, long length, long offset) throws NativeIoException {
        long done = 0;
        while (done < length) {
            long result = SYSCALLS.pread(fd(), address + done, length - done, offset + done);
            if (result == 0) {
                break;
            }
            done += progress("pread", result, offset + done, length - done);
        }
        return done;
    }

    /** pwrite(2) until all {@code length} bytes are written; interrupted calls go on. See {@link #read}. */
    public void write(long address, long length, long offset) throws NativeIoException {
        long done = 0;
        while (done < length) {
            long result = SYSCALLS.pwrite(fd(), address + done, length - done, offset + done);
            done += progress("pwrite", result, offset + done, length - done);
        }
    }

    private long progress(String call, long result, long offset, long length) throws NativeIoException {
        if (result >= 0) {
            return result;
        }
        if (Errno.ofResult(result) == Errno.EINTR) {
            return 0;
        }
        throw new NativeIoException(call, path, offset, length, result);
    }

    /** posix_fadvise(2) with one of the {@code POSIX_FADV_} values; a length of 0 means to the end of the file. */
    public void advise(long offset, long length, int advice) throws NativeIoException {
        check("posix_fadvise", SYSCALLS.posixFadvise(fd(), offset, length, advice), offset, length);
    }

    /** fallocate(2): reserves space (mode 0), punches holes and so on. Reserved space is not written space. */
    public void allocate(int mode, long offset, long length) throws NativeIoException {
        check("fallocate", SYSCALLS.fallocate(fd(), mode, offset, length), offset, length);
    }

    /** fsync(2): data and metadata are on the device when it returns. */
    public void sync() throws NativeIoException {
        check("fsync", SYSCALLS.fsync(fd()), NativeIoException.NONE, NativeIoException.NONE);
    }

    /** fdatasync(2): data, and the metadata needed to find it, are on the device when it returns. */
    public void dataSync() throws NativeIoException {
        check("fdatasync", SYSCALLS.fdatasync(fd()), NativeIoException.NONE, NativeIoException.NONE);
    }

    /**
     * syncfs(2): everything in the file system that this file is in is on the device when it returns. What is on a block
     * device takes {@link #sync()} of the device.
     */
    public void syncFileSystem() throws NativeIoException {
        check("syncfs", SYSCALLS.syncfs(fd()), NativeIoException.NONE, NativeIoException.NONE);
    }

    /** ftruncate(2). Mappings of what is cut off raise SIGBUS when touched. */
    public void truncate(long length) throws NativeIoException {
        check("ftruncate", SYSCALLS.ftruncate(fd(), length), NativeIoException.NONE, length);
    }

    /** statx(2) of the open file. */
    public FileStatus status() throws NativeIoException {
        return FileStatus.of(this);
    }

    /**
     * Bytes from the first to the last that can be read: of a file what statx(2) says, of a block device what
     * BLKGETSIZE64 says; 0 of everything else.
     */
    public long size() throws NativeIoException {
        FileStatus status = status();
        return switch (status.kind()) {
            case REGULAR -> status.size();
            case BLOCK_DEVICE -> {
                ByteBuffer size = ByteBuffer.allocateDirect(Long.BYTES).order(ByteOrder.nativeOrder());
                ioctl("BLKGETSIZE64", Ioctl.BLKGETSIZE64, size);
                yield size.getLong(0);
            }
            default -> 0;
        };
    }

    /**
     * The first byte at or after {@code offset} that is data, by SEEK_DATA; empty if only a hole follows, or nothing.
     * Space that is reserved and was never written may count as a hole.
     */
    public OptionalLong nextData(long offset) throws NativeIoException {
        long result = SYSCALLS.lseek(fd(), offset, Seek.SEEK_DATA);
        if (result < 0 && Errno.ofResult(result) == Errno.ENXIO) {
            return OptionalLong.empty();
        }
        check("lseek", result, offset, NativeIoException.NONE);
        return OptionalLong.of(result);
    }

    /**
     * The first byte at or after {@code offset} that is in a hole, by SEEK_HOLE; the end of the file counts as one.
     *
     * @throws NativeIoException ENXIO if {@code offset} is not before the end of the file
     */
    public long nextHole(long offset) throws NativeIoException {
        long result = SYSCALLS.lseek(fd(), offset, Seek.SEEK_HOLE);
        check("lseek", result, offset, NativeIoException.NONE);
        return result;
    }

    /**
     * ioctl(2) with a structure as its argument.
     *
     * @param name of the request, for the message of a failure
     * @param request one of {@link Ioctl}
     * @param argument direct; the structure begins at its first byte, whatever its position
     */
    public void ioctl(String name, long request, ByteBuffer argument) throws NativeIoException {
        try {
            long result = SYSCALLS.ioctl(fd(), request, NativeMemory.addressOf(argument));
            check("ioctl " + name, result, NativeIoException.NONE, NativeIoException.NONE);
        } finally {
            Reference.reachabilityFence(argument);
        }
    }

    /**
     * FICLONE: this file has the contents of another one and shares its blocks until either is written to.
     *
     * @throws NativeIoException EOPNOTSUPP (the file system cannot), EINVAL (not two regular files; or this one is the
     *     longer, and the other one does not end at the end of a block)
     */
    public void cloneFrom(LinuxFile source) throws NativeIoException {
        check(
                "ioctl FICLONE",
                SYSCALLS.ioctl(fd(), Ioctl.FICLONE, source.fd()),
                NativeIoException.NONE,
                NativeIoException.NONE);
    }

    private void check(String call, long result, long offset, long length) throws NativeIoException {
        if (result < 0) {
            throw new NativeIoException(call, path, offset, length, result);
        }
    }

    @Override
    public void close() throws NativeIoException {
        if (closed.compareAndSet(false, true)) {
            check("close", SYSCALLS.close(fd), NativeIoException.NONE, NativeIoException.NONE);
        }
    }

    @Override
    public String toString() {
        return path + " (fd " + fd + ")";
    }
}
