package io.pagetax.engine;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.file.NativeIoException;

/** Does nothing and says that it is done, as fio's {@code null}: what is then measured is the harness alone. */
public final class NullEngine implements IoEngine {

    private final AlignedBuffer block;
    private final long length;

    /**
     * Needs no file.
     *
     * @param blockSizeBytes that every operation claims to have moved
     * @throws NativeIoException ENOMEM
     */
    public NullEngine(int blockSizeBytes) throws NativeIoException {
        this.block = AlignedBuffer.allocate(blockSizeBytes);
        this.length = blockSizeBytes;
    }

    @Override
    public long read(long offset) {
        return length;
    }

    @Override
    public long write(long offset) {
        return length;
    }

    @Override
    public AlignedBuffer block() {
        return block;
    }

    @Override
    public void close() throws NativeIoException {
        block.close();
    }
}
