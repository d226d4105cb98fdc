package io.pagetax.scheme.verify;

import io.pagetax.scheme.model.Device;
import io.pagetax.scheme.model.Memory;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Blocks of a file on a device that others use as well: where they lie is looked up before each is read or written, and a
 * block that was freed belongs to somebody else, with whose data it is filled.
 */
final class ExtentDevice implements Device {

    /** What others write to blocks that were freed. */
    static final long FOREIGN = 999;

    private static final int HOLE = -1;

    private final Memory memory;
    private final AtomicIntegerArray extents;

    /** Each block of the file lies in a frame of the machine's own memory, from {@code firstFrame} on. */
    ExtentDevice(Memory memory, int firstFrame, int blocks) {
        this.memory = memory;
        this.extents = new AtomicIntegerArray(blocks);
        for (int block = 0; block < blocks; block++) {
            extents.set(block, firstFrame + block);
        }
    }

    /** Whether a block was freed. */
    boolean isHole(int block) {
        return extents.get(block) == HOLE;
    }

    @Override
    public void read(long block, int frame, int count) {
        for (int i = 0; i < count; i++) {
            int at = extents.get((int) block + i);
            if (at == HOLE) {
                memory.zero(frame + i);
            } else {
                memory.copy(at, frame + i);
            }
        }
    }

    @Override
    public void write(long block, int frame, int count) {
        for (int i = 0; i < count; i++) {
            int at = extents.get((int) block + i);
            if (at != HOLE) {
                memory.copy(frame + i, at);
            }
        }
    }

    @Override
    public void discard(long block, int count) {
        for (int i = 0; i < count; i++) {
            int at = extents.getAndSet((int) block + i, HOLE);
            if (at != HOLE) {
                memory.setWord(at, FOREIGN);
            }
        }
    }
}
