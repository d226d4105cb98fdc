package io.pagetax.evidence;

import io.pagetax.linux.system.Cgroup;
import io.pagetax.linux.system.CpuTimes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Time that was taken from this machine's processors, and from this process by its control group's quota. */
final class ProcessorMeter implements ProcessMeter {

    private @Nullable CpuTimes timesAtStart;
    private @Nullable Long throttledAtStart;

    @Override
    public void start() {
        timesAtStart = times();
        throttledAtStart = throttled();
    }

    @Override
    public void stop(SampleEvidence.Builder evidence) {
        CpuTimes start = timesAtStart;
        CpuTimes end = times();
        if (start != null && end != null) {
            CpuTimes passed = end.minus(start);
            evidence.put(Quantity.STOLEN_NANOS, passed.all().stealNanos())
                    .put(Quantity.PROCESSOR_NANOS, passed.all().totalNanos());
        }
        Long throttled = throttled();
        if (throttledAtStart != null && throttled != null) {
            evidence.put(Quantity.THROTTLED_NANOS, throttled - throttledAtStart);
        }
    }

    private static @Nullable CpuTimes times() {
        try {
            return CpuTimes.read();
        } catch (IOException notTold) {
            return null;
        }
    }

    private static @Nullable Long throttled() {
        try {
            return Cgroup.ofThisProcess().throttledNanos();
        } catch (IOException notTold) {
            return null;
        }
    }
}
