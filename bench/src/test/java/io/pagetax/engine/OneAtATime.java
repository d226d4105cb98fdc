package io.pagetax.engine;

import io.pagetax.linux.file.AlignedBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A queue of one slot as an engine that does one operation at a time, so that it can be held to the same contract. */
final class OneAtATime implements IoEngine {

    private final QueueEngine queue;

    OneAtATime(QueueEngine queue) {
        this.queue = queue;
    }

    @Override
    public long read(long offset) {
        queue.queueRead(0, offset);
        return await();
    }

    @Override
    public long write(long offset) {
        queue.queueWrite(0, offset);
        return await();
    }

    private long await() {
        try {
            do {
                queue.submitAndWait(1);
            } while (queue.nextSlot() == QueueEngine.NONE);
            return queue.result();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public AlignedBuffer block() {
        return queue.blocks();
    }

    @Override
    public void release(long offset, long length) throws IOException {
        queue.release(offset, length);
    }

    @Override
    public void warm(long offset, long length) throws IOException {
        queue.warm(offset, length);
    }

    @Override
    public void close() throws IOException {
        queue.close();
    }
}
