package io.pagetax.scheme.model;

/** Keeps blocks in frames of the machine's own memory. A transfer takes a fixed time at least, as on a device with no queue. */
public final class RamDevice implements Device {

    private final Memory memory;
    private final int firstFrame;
    private final long latencyNs;

    /**
     * Takes frames that nothing else uses.
     *
     * @param firstFrame where block 0 is kept
     * @param latencyNs of a transfer, spent spinning; 0 for as fast as memory is
     */
    public RamDevice(Memory memory, int firstFrame, long latencyNs) {
        this.memory = memory;
        this.firstFrame = firstFrame;
        this.latencyNs = latencyNs;
    }

    @Override
    public void read(long block, int frame, int count) {
        long start = begin();
        for (int i = 0; i < count; i++) {
            memory.copy(at(block) + i, frame + i);
        }
        end(start);
    }

    @Override
    public void write(long block, int frame, int count) {
        long start = begin();
        for (int i = 0; i < count; i++) {
            memory.copy(frame + i, at(block) + i);
        }
        end(start);
    }

    @Override
    public void discard(long block, int count) {
        for (int i = 0; i < count; i++) {
            memory.zero(at(block) + i);
        }
    }

    private int at(long block) {
        return firstFrame + (int) block;
    }

    private long begin() {
        return latencyNs == 0 ? 0 : System.nanoTime();
    }

    private void end(long start) {
        if (latencyNs > 0) {
            while (System.nanoTime() - start < latencyNs) {
                Thread.onSpinWait();
            }
        }
    }
}
