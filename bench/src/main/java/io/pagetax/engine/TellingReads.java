package io.pagetax.engine;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.syscall.Errno;
import java.io.IOException;

/** What tellers have in common: an engine, owned, that carries out the reads in the end. There are no writes. */
abstract class TellingReads implements TellingEngine {

    final IoEngine engine;

    TellingReads(IoEngine engine) {
        this.engine = engine;
    }

    @Override
    public final long write(long offset) {
        return -Errno.EOPNOTSUPP.number();
    }

    @Override
    public final AlignedBuffer block() {
        return engine.block();
    }

    @Override
    public final void release(long offset, long length) throws IOException {
        engine.release(offset, length);
    }

    @Override
    public final void warm(long offset, long length) throws IOException {
        engine.warm(offset, length);
    }

    @Override
    public void close() throws IOException {
        engine.close();
    }
}
