package io.pagetax.engine;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.LinuxFile;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.uring.TransferQueue;

/** io_uring(7) with a registered file and registered blocks: fio's {@code io_uring}, fixedbufs and registerfiles on. */
final class IoUringEngine implements QueueEngine {

    private final LinuxFile file;
    private final TransferQueue queue;

    IoUringEngine(LinuxFile file, TransferQueue queue) {
        this.file = file;
        this.queue = queue;
    }

    @Override
    public int depth() {
        return queue.depth();
    }

    @Override
    public AlignedBuffer blocks() {
        return queue.blocks();
    }

    @Override
    public int blockOffset(int slot) {
        return queue.blockOffset(slot);
    }

    @Override
    public void queueRead(int slot, long offset) {
        queue.read(slot, offset);
    }

    @Override
    public void queueWrite(int slot, long offset) {
        queue.write(slot, offset);
    }

    @Override
    public void submitAndWait(int minComplete) throws NativeIoException {
        queue.submitAndWait(minComplete);
    }

    @Override
    public int nextSlot() throws NativeIoException {
        return queue.next();
    }

    @Override
    public long result() {
        return queue.result();
    }

    @Override
    public void close() throws NativeIoException {
        try (file) {
            queue.close();
        }
    }
}
