package io.pagetax.plan;

import org.HdrHistogram.Histogram;

/**
 * What the forks of {@link CalibrationRunner} found out. Times in nanoseconds.
 *
 * @param harnessNanosPerOp mean time of an operation that does nothing
 * @param harness times of operations that do nothing
 * @param delays times that were shown of operations whose times are known
 * @param issued operations whose times are known, by the engine's own count
 * @param clockNanosPerCall time of a look at the clock
 * @param clockStepNanos smallest step of the clock
 */
public record CalibrationSample(
        double harnessNanosPerOp,
        Histogram harness,
        Histogram delays,
        long issued,
        double clockNanosPerCall,
        long clockStepNanos) {}
