package io.pagetax.result;

/**
 * What a tax of so many nanoseconds comes to on a device of some latency.
 *
 * @param name of the comparison that the tax is the difference of
 * @param numerator a row's id
 * @param denominator a row's id
 * @param latencyNs of a direct operation
 * @param ratio of times per operation there
 * @param extrapolated whether it follows from the difference; else it was measured
 */
public record DeviceLatency(
        String name, String numerator, String denominator, double latencyNs, Estimate ratio, boolean extrapolated) {}
