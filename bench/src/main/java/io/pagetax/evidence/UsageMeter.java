package io.pagetax.evidence;

import com.sun.management.ThreadMXBean;
import io.pagetax.linux.file.NativeIoException;
import io.pagetax.linux.thread.ThreadUsage;
import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;

/**
 * What a job's thread used: processor time, faults, context switches, memory on the Java heap. Between operations the
 * harness is at work, too, so that is in it: about as much as the calibration shows of an engine that does nothing.
 */
final class UsageMeter implements Meter {

    private static final ThreadUsage NOTHING = new ThreadUsage(0, 0, 0, 0, 0, 0);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final BooleanSupplier hadWorkers;
    private ThreadUsage atStart = NOTHING;
    private ThreadUsage used = NOTHING;
    private long nanosAtStart;
    private long nanos;
    private long allocatedAtStart;
    private long allocated;

    /**
     * For the calling thread.
     *
     * @param hadWorkers whether other threads did some of its work, so that its own processor time is not all there was
     */
    UsageMeter(BooleanSupplier hadWorkers) {
        this.hadWorkers = hadWorkers;
    }

    @Override
    public void reset() {
        used = NOTHING;
        nanos = 0;
        allocated = 0;
    }

    @Override
    public void begin() throws NativeIoException {
        atStart = ThreadUsage.current();
        nanosAtStart = System.nanoTime();
        allocatedAtStart = THREADS.getCurrentThreadAllocatedBytes();
    }

    @Override
    public void end() throws NativeIoException {
        allocated += THREADS.getCurrentThreadAllocatedBytes() - allocatedAtStart;
        nanos += System.nanoTime() - nanosAtStart;
        used = used.plus(ThreadUsage.current().minus(atStart));
    }

    @Override
    public void report(SampleEvidence.Builder evidence) {
        if (!hadWorkers.getAsBoolean()) {
            evidence.put(Quantity.USER_NANOS, used.userNanos()).put(Quantity.SYSTEM_NANOS, used.systemNanos());
        }
        evidence.put(Quantity.PASS_NANOS, nanos)
                .put(Quantity.VOLUNTARY_SWITCHES, used.voluntarySwitches())
                .put(Quantity.INVOLUNTARY_SWITCHES, used.involuntarySwitches())
                .put(Quantity.MINOR_FAULTS, used.minorFaults())
                .put(Quantity.MAJOR_FAULTS, used.majorFaults())
                .put(Quantity.ALLOCATED_BYTES, allocated);
    }
}
