package io.pagetax.scheme.model;

import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.syscall.FallocateMode;
import java.io.UncheckedIOException;

/** A real file, by O_DIRECT: what the kernel's page cache knows of it is out of the game. Does not own the file. */
public final class FileDevice implements Device {

    private static final int PUNCH_HOLE = FallocateMode.FALLOC_FL_PUNCH_HOLE | FallocateMode.FALLOC_FL_KEEP_SIZE;

    private final LinuxFile file;
    private final SlabMemory memory;

    /** @param file opened with O_DIRECT for reading and writing */
    public FileDevice(LinuxFile file, SlabMemory memory) {
        this.file = file;
        this.memory = memory;
    }

    @Override
    public void read(long block, int frame, int count) {
        try {
            file.read(memory.address(frame), bytes(count), block * Memory.FRAME_BYTES);
        } catch (NativeIoException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void write(long block, int frame, int count) {
        try {
            file.write(memory.address(frame), bytes(count), block * Memory.FRAME_BYTES);
        } catch (NativeIoException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void discard(long block, int count) {
        try {
            file.allocate(PUNCH_HOLE, block * Memory.FRAME_BYTES, bytes(count));
        } catch (NativeIoException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long bytes(int count) {
        return (long) count * Memory.FRAME_BYTES;
    }
}
