package io.pagetax.evidence;

import io.pagetax.latency.Clock;

/** How long a sample took on the clock, set-up and tear-down included, and how good that clock is. */
final class ClockMeter implements ProcessMeter {

    private long startNanos;

    @Override
    public void start() {
        startNanos = System.nanoTime();
    }

    /** The clock is measured when the sample is over and the code that does it cannot disturb it. */
    @Override
    public void stop(SampleEvidence.Builder evidence) {
        evidence.put(Quantity.SAMPLE_NANOS, System.nanoTime() - startNanos);
        Clock clock = Clock.measure();
        evidence.put(Quantity.CLOCK_COST_NANOS, Math.round(clock.nanosPerCall()))
                .put(Quantity.CLOCK_STEP_NANOS, clock.stepNanos());
    }
}
