package io.pagetax.evidence;

import io.pagetax.workload.Workload;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Bytes that a job's operations move to and from devices. */
final class IoMeter implements Meter {

    private @Nullable IoAccount account;
    private long readAtStart;
    private long writtenAtStart;
    private long read;
    private long written;

    /**
     * For the calling thread.
     *
     * @param workload says who does the I/O
     */
    IoMeter(Workload workload) {
        this.account = open(workload);
    }

    /** What cannot be told is absent from the evidence, which the judge reports as unverifiable. */
    private static @Nullable IoAccount open(Workload workload) {
        try {
            return workload.ioengine().queues()
                    ? new RingAccounting(workload.numjobs() == 1)
                    : IoAccounting.ofThisThread();
        } catch (IOException notTold) {
            return null;
        }
    }

    @Override
    public void reset() {
        read = 0;
        written = 0;
    }

    @Override
    public void begin() throws IOException {
        IoAccount fresh = refreshed();
        if (fresh != null) {
            readAtStart = fresh.readBytes();
            writtenAtStart = fresh.writeBytes();
        }
    }

    @Override
    public void end() throws IOException {
        IoAccount fresh = refreshed();
        if (fresh != null) {
            read += fresh.readBytes() - readAtStart;
            written += fresh.writeBytes() - writtenAtStart;
        }
    }

    /** From the first reading that cannot be had there is no account any more. */
    private @Nullable IoAccount refreshed() throws IOException {
        IoAccount current = account;
        if (current == null) {
            return null;
        }
        try {
            current.refresh();
            return current;
        } catch (IOException notTold) {
            account = null;
            current.close();
            return null;
        }
    }

    /** Whether threads of the kernel's did some of the job's work. */
    boolean hadWorkers() {
        return account != null && account.hadWorkers();
    }

    @Override
    public void report(SampleEvidence.Builder evidence) {
        if (account != null) {
            evidence.put(Quantity.DEVICE_READ_BYTES, read).put(Quantity.DEVICE_WRITE_BYTES, written);
        }
    }

    @Override
    public void close() throws IOException {
        if (account != null) {
            account.close();
        }
    }
}
