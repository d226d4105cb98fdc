package io.pagetax.testfile;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.file.OpenFlag;
import io.pagetax.linux.syscall.Errno;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Writes the contents of {@link BlockPattern} into files and devices. */
public final class Layout {

    private static final int WRITE_LENGTH = 1 << 20;

    private Layout() {}

    /**
     * Makes a file past the page cache, so that none of it stays there. If anything goes wrong it does not stay either.
     *
     * @param sizeBytes a multiple of what direct I/O is aligned to
     * @param cancelled asked now and then; true ends the work early
     * @throws InterruptedIOException if it was cancelled
     */
    public static void create(Path path, long sizeBytes, BooleanSupplier cancelled) throws IOException {
        // Where there is no direct I/O, the kernel makes a file before it refuses to open it.
        LinuxFile.open(path, OpenFlag.RDWR, OpenFlag.CREAT, OpenFlag.EXCL).close();
        boolean done = false;
        try (LinuxFile made = LinuxFile.open(path, OpenFlag.RDWR, OpenFlag.DIRECT)) {
            write(made, sizeBytes, cancelled);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Fills a block device from its first byte to its last, past the page cache. */
    public static void fillDevice(Path device, BooleanSupplier cancelled) throws IOException {
        try (LinuxFile file = LinuxFile.open(device, OpenFlag.RDWR, OpenFlag.DIRECT)) {
            write(file, file.size(), cancelled);
        }
    }

    /** Writes into an empty file and waits until it is on the device. */
    public static void append(Path path, long sizeBytes, BooleanSupplier cancelled) throws IOException {
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR)) {
            write(file, sizeBytes, cancelled);
        }
    }

    /** Writes into an empty file until there is no space left, however small the pieces are. */
    public static void appendUntilFull(Path path, BooleanSupplier cancelled) throws IOException {
        BlockPattern pattern = BlockPattern.of(path);
        try (LinuxFile file = LinuxFile.open(path, OpenFlag.RDWR);
                AlignedBuffer buffer = AlignedBuffer.allocate(WRITE_LENGTH)) {
            int length = WRITE_LENGTH;
            while (length >= BlockPattern.UNIT) {
                requireWanted(cancelled);
                long at = file.size();
                pattern.fill(buffer.bytes(), length, at, 0);
                length = isWritten(file, buffer, length, at) ? length : length / 2;
            }
        }
    }

    private static boolean isWritten(LinuxFile file, AlignedBuffer buffer, int length, long at) throws IOException {
        try {
            file.write(buffer.address(), length, at);
            file.sync();
            return true;
        } catch (NativeIoException failed) {
            if (failed.errno() == Errno.ENOSPC) {
                return false;
            }
            throw failed;
        }
    }

    private static void requireWanted(BooleanSupplier cancelled) throws InterruptedIOException {
        if (cancelled.getAsBoolean()) {
            throw new InterruptedIOException("cancelled");
        }
    }

    /** Writes a file from its beginning and waits until it is on the device. */
    static void write(LinuxFile file, long sizeBytes, BooleanSupplier cancelled) throws IOException {
        BlockPattern pattern = BlockPattern.of(file.path());
        try (AlignedBuffer buffer = AlignedBuffer.allocate(WRITE_LENGTH)) {
            for (long at = 0; at < sizeBytes; at += WRITE_LENGTH) {
                requireWanted(cancelled);
                int length = (int) Math.min(WRITE_LENGTH, sizeBytes - at);
                pattern.fill(buffer.bytes(), length, at, 0);
                file.write(buffer.address(), length, at);
            }
        }
        file.sync();
    }
}
