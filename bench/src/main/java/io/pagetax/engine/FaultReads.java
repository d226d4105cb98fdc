package io.pagetax.engine;

import io.pagetax.linux.file.AlignedBuffer;
import io.pagetax.linux.syscall.RusageLayout;
import io.pagetax.linux.syscall.Syscalls;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Asks getrusage(2) before and after each copy from a mapping: if the thread had a major fault between, the copy was a
 * miss. A page that is in the cache and only missing in the page table is a minor fault, and so a hit.
 */
final class FaultReads extends TellingReads {

    private static final Syscalls SYSCALLS = Syscalls.get();

    private final AlignedBuffer usage;
    private final ByteBuffer fields;
    private final long address;
    private boolean hit;

    /** Owns the engine. */
    FaultReads(IoEngine engine) throws IOException {
        super(engine);
        this.usage = AlignedBuffer.allocate(RusageLayout.LENGTH);
        this.fields = usage.bytes();
        this.address = usage.address();
    }

    @Override
    public long read(long offset) {
        long before = majorFaults();
        long result = engine.read(offset);
        hit = majorFaults() == before;
        return result;
    }

    /** Of the calling thread; the call cannot fail. */
    private long majorFaults() {
        SYSCALLS.getrusage(RusageLayout.RUSAGE_THREAD, address);
        return fields.getLong(RusageLayout.MAJOR_FAULTS_OFFSET);
    }

    @Override
    public boolean wasHit() {
        return hit;
    }

    @Override
    public void close() throws IOException {
        try (usage) {
            super.close();
        }
    }
}
