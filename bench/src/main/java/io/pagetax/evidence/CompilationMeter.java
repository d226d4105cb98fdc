package io.pagetax.evidence;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Time that the just-in-time compilers work beside the sample, on the processors that the jobs use. */
final class CompilationMeter implements ProcessMeter {

    private long millisAtStart;

    @Override
    public void start() {
        Long now = millis();
        millisAtStart = now == null ? 0 : now;
    }

    @Override
    public void stop(SampleEvidence.Builder evidence) {
        Long now = millis();
        if (now != null) {
            evidence.put(Quantity.COMPILATION_NANOS, TimeUnit.MILLISECONDS.toNanos(now - millisAtStart));
        }
    }

    /** Null in a virtual machine that only interprets. */
    private static @Nullable Long millis() {
        CompilationMXBean compilation = ManagementFactory.getCompilationMXBean();
        return compilation == null || !compilation.isCompilationTimeMonitoringSupported()
                ? null
                : Long.valueOf(compilation.getTotalCompilationTime());
    }
}
