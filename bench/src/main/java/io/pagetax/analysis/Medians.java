package io.pagetax.analysis;

import io.pagetax.result.Estimate;
import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Medians with confidence intervals from order statistics: no assumption about the distribution, which for latencies
 * would be wrong.
 */
public final class Medians {

    private static final double TAIL = 0.025;

    private Medians() {}

    /**
     * The median, and the narrowest pair of order statistics of equal rank from both ends that covers the true median
     * with at least 95 %. Each value lies below the true median with probability 1/2, so the number that does is
     * binomial. With fewer than 6 values even the extremes cover less, and there is no interval.
     */
    public static Estimate estimate(double[] values) {
        double median = Median.withDefaults().evaluate(values.clone());
        int rank = rankFromEnd(values.length);
        if (rank < 0) {
            return new Estimate(median, null, null);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Estimate(median, sorted[rank], sorted[sorted.length - 1 - rank]);
    }

    /** Values that may be left out at each end; negative if even the extremes do not cover enough. */
    private static int rankFromEnd(int count) {
        BinomialDistribution below = BinomialDistribution.of(count, 0.5);
        int rank = -1;
        while (below.cumulativeProbability(rank + 1) <= TAIL) {
            rank++;
        }
        return rank;
    }
}
