package io.pagetax.analysis;

import io.pagetax.result.Estimate;
import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Median;

/** The ratio of two samples that are not paired, by the estimate of Hodges and Lehmann. */
final class PairwiseRatios {

    /** Values on each side from which on there is an interval, as everywhere else. */
    static final int LEAST = 6;

    private PairwiseRatios() {}

    /**
     * The median of all ratios of a value to one of the other sample, and those two of them that hold the true ratio between
     * them with 95 %. Both belong to the test of {@link MannWhitney}, and assume no more of the distribution than it.
     *
     * @param above positive, not empty
     * @param below positive, not empty
     */
    static Estimate estimate(double[] above, double[] below) {
        double[] ratios = sorted(above, below);
        double median = Math.exp(Median.withDefaults().evaluate(logarithms(ratios)));
        if (above.length < LEAST || below.length < LEAST) {
            return new Estimate(median, null, null);
        }
        int rank = MannWhitney.leftOutAtEachEnd(above.length, below.length);
        return new Estimate(median, ratios[rank], ratios[ratios.length - 1 - rank]);
    }

    private static double[] sorted(double[] above, double[] below) {
        double[] ratios = new double[above.length * below.length];
        int next = 0;
        for (double numerator : above) {
            for (double denominator : below) {
                ratios[next++] = numerator / denominator;
            }
        }
        Arrays.sort(ratios);
        return ratios;
    }

    /** Of an even number the two in the middle are averaged; on logarithms, that is the same whichever way the ratio is. */
    private static double[] logarithms(double[] ratios) {
        return Arrays.stream(ratios).map(Math::log).toArray();
    }
}
