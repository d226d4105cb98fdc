package io.pagetax.linux.file;

import io.pagetax.linux.syscall.NativeMemory;
import io.pagetax.linux.syscall.StatxLayout;
import io.pagetax.linux.syscall.Syscalls;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * What statx(2) says of an open file.
 *
 * @param kind what it is
 * @param size in bytes; 0 for a block device
 * @param allocatedBytes space taken on the device, holes not counted
 * @param inode inode number
 * @param device {@code major:minor} of the device that holds the file, as sysfs writes it
 * @param specialDevice {@code major:minor} of the device that the file is, if it is a device file
 * @param dioAlignment null if the kernel is too old to tell (before 6.1) or the file system does not say
 * @param atomicWrites null if the kernel is too old to tell (before 6.11) or the file system does not say
 */
public record FileStatus(
        Kind kind,
        long size,
        long allocatedBytes,
        long inode,
        String device,
        String specialDevice,
        @Nullable DioAlignment dioAlignment,
        @Nullable AtomicWrites atomicWrites) {

    /** File types that I/O can be aimed at, and the rest. */
    public enum Kind {
        REGULAR,
        DIRECTORY,
        BLOCK_DEVICE,
        OTHER
    }

    private static final int S_IFMT = 0170000;
    private static final int S_IFREG = 0100000;
    private static final int S_IFDIR = 0040000;
    private static final int S_IFBLK = 0060000;
    private static final int BLOCK = 512;
    private static final int ASKED = StatxLayout.STATX_BASIC_STATS
            | StatxLayout.STATX_DIOALIGN
            | StatxLayout.STATX_DIO_READ_ALIGN
            | StatxLayout.STATX_WRITE_ATOMIC;

    static FileStatus of(LinuxFile file) throws NativeIoException {
        ByteBuffer out = ByteBuffer.allocateDirect(StatxLayout.LENGTH).order(ByteOrder.nativeOrder());
        long result = statx(file.fd(), out);
        if (result < 0) {
            throw new NativeIoException("statx", file.path(), result);
        }
        return new FileStatus(
                kind(out.getShort(StatxLayout.MODE_OFFSET)),
                out.getLong(StatxLayout.SIZE_OFFSET),
                out.getLong(StatxLayout.BLOCKS_OFFSET) * BLOCK,
                out.getLong(StatxLayout.INODE_OFFSET),
                deviceNumber(out, StatxLayout.DEV_MAJOR_OFFSET),
                deviceNumber(out, StatxLayout.RDEV_MAJOR_OFFSET),
                alignment(out),
                atomicWrites(out));
    }

    private static long statx(int fd, ByteBuffer out) {
        ByteBuffer emptyPath = NativeMemory.cString("");
        try {
            return Syscalls.get()
                    .statx(
                            fd,
                            NativeMemory.addressOf(emptyPath),
                            StatxLayout.AT_EMPTY_PATH,
                            ASKED,
                            NativeMemory.addressOf(out));
        } finally {
            Reference.reachabilityFence(emptyPath);
        }
    }

    private static Kind kind(int mode) {
        return switch (mode & S_IFMT) {
            case S_IFREG -> Kind.REGULAR;
            case S_IFDIR -> Kind.DIRECTORY;
            case S_IFBLK -> Kind.BLOCK_DEVICE;
            default -> Kind.OTHER;
        };
    }

    private static String deviceNumber(ByteBuffer statx, int majorOffset) {
        return Integer.toUnsignedString(statx.getInt(majorOffset)) + ":"
                + Integer.toUnsignedString(statx.getInt(majorOffset + Integer.BYTES));
    }

    private static @Nullable DioAlignment alignment(ByteBuffer statx) {
        int filled = statx.getInt(StatxLayout.MASK_OFFSET);
        if ((filled & StatxLayout.STATX_DIOALIGN) == 0) {
            return null;
        }
        int offset = statx.getInt(StatxLayout.DIO_OFFSET_ALIGN_OFFSET);
        int readOffset = statx.getInt(StatxLayout.DIO_READ_OFFSET_ALIGN_OFFSET);
        boolean finerReads = (filled & StatxLayout.STATX_DIO_READ_ALIGN) != 0 && readOffset > 0;
        return new DioAlignment(
                statx.getInt(StatxLayout.DIO_MEM_ALIGN_OFFSET), offset, finerReads ? readOffset : offset);
    }

    private static @Nullable AtomicWrites atomicWrites(ByteBuffer statx) {
        if ((statx.getInt(StatxLayout.MASK_OFFSET) & StatxLayout.STATX_WRITE_ATOMIC) == 0) {
            return null;
        }
        return new AtomicWrites(
                statx.getInt(StatxLayout.ATOMIC_WRITE_UNIT_MIN_OFFSET),
                statx.getInt(StatxLayout.ATOMIC_WRITE_UNIT_MAX_OFFSET),
                statx.getInt(StatxLayout.ATOMIC_WRITE_SEGMENTS_MAX_OFFSET));
    }
}
