package io.pagetax.analysis;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Median;

/** How far values lie from their median, whatever a few of them do. */
final class Scatter {

    /** The standard deviation of a normal distribution over the median of the deviations. */
    private static final double DEVIATION = 1.4826;

    private Scatter() {}

    /** The standard deviation of the logarithms of some values, estimated from the median of their deviations. */
    static double of(double[] values) {
        double[] logarithms = Arrays.stream(values).map(Math::log).toArray();
        double middle = median(logarithms);
        return DEVIATION
                * median(Arrays.stream(logarithms)
                        .map(value -> Math.abs(value - middle))
                        .toArray());
    }

    private static double median(double[] values) {
        return Median.withDefaults().evaluate(values.clone());
    }
}
