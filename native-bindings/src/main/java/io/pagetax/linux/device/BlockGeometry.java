package io.pagetax.linux.device;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.Ioctl;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Size and units of a block device, as the kernel tells whoever may open it.
 *
 * @param size in bytes
 * @param logicalBlockSize in bytes: the smallest unit that the device addresses, and the alignment of direct I/O on it
 * @param physicalBlockSize in bytes: the smallest unit that it writes without reading first
 */
public record BlockGeometry(long size, int logicalBlockSize, int physicalBlockSize) {

    /**
     * Of an open block device.
     *
     * @throws NativeIoException ENOTTY if it is none
     */
    public static BlockGeometry of(LinuxFile device) throws NativeIoException {
        ByteBuffer answer = ByteBuffer.allocateDirect(Long.BYTES).order(ByteOrder.nativeOrder());
        device.ioctl("BLKGETSIZE64", Ioctl.BLKGETSIZE64, answer);
        long size = answer.getLong(0);
        device.ioctl("BLKSSZGET", Ioctl.BLKSSZGET, answer);
        int logical = answer.getInt(0);
        device.ioctl("BLKPBSZGET", Ioctl.BLKPBSZGET, answer);
        return new BlockGeometry(size, logical, answer.getInt(0));
    }
}
