package io.pagetax.evidence;

/** How long a sample took on the clock, set-up and tear-down included. */
final class ClockMeter implements ProcessMeter {

    private long startNanos;

    @Override
    public void start() {
        startNanos = System.nanoTime();
    }

    @Override
    public void stop(SampleEvidence.Builder evidence) {
        evidence.put(Quantity.SAMPLE_NANOS, System.nanoTime() - startNanos);
    }
}
