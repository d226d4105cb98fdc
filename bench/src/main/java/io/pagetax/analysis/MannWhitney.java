package io.pagetax.analysis;

import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * The test of Mann and Whitney: whether values of one sample tend to be larger than those of another one. It looks at their
 * order alone, so that it assumes nothing of the distribution.
 */
final class MannWhitney {

    /** Values in both samples together, up to which the orders that they can come in are counted exactly in doubles. */
    private static final int MOST_COUNTED = 56;

    private static final double TAIL = 0.025;

    /** So many standard deviations from the mean of a normal distribution lie 2.5 % of it. */
    private static final double TAIL_DEVIATIONS = 1.959_964;

    private static final double ALL_ALIKE = 1;

    private MannWhitney() {}

    /** How likely an order as clear as this is if the samples are from one distribution; exact without ties. */
    static double pValue(double[] one, double[] other) {
        double p = MannWhitneyUTest.withDefaults().test(one, other).getPValue();
        // Where all values are the same there is no order.
        return Double.isNaN(p) ? ALL_ALIKE : p;
    }

    /** The p value of the clearest order that there is: all values of one sample are above those of the other one. */
    static double leastP(int one, int other) {
        double p = 2;
        for (int i = 1; i <= one; i++) {
            p *= (double) i / (other + i);
        }
        return Math.min(1, p);
    }

    /**
     * Of all differences between values of two samples, in rising order, how many may be left out at each end so that those
     * that remain cover the true difference with at least 95 %. Negative if all of them together cover less.
     */
    static int leftOutAtEachEnd(int one, int other) {
        return one + other <= MOST_COUNTED ? counted(one, other) : approximated(one, other);
    }

    private static int counted(int one, int other) {
        double[] orders = orders(one, other);
        double all = 2 / leastP(one, other);
        double below = 0;
        int rank = 0;
        while (rank < orders.length && (below + orders[rank]) / all <= TAIL) {
            below += orders[rank];
            rank++;
        }
        return rank - 1;
    }

    /**
     * In how many orders of all values just so many pairs are the wrong way round; for each number of pairs up to half of
     * them. These are the coefficients of a Gaussian binomial, which is a product of quotients: one factor after the other is
     * multiplied in and divided out.
     */
    private static double[] orders(int one, int other) {
        double[] orders = new double[one * other / 2 + 1];
        orders[0] = 1;
        for (int factor = 1; factor <= one; factor++) {
            for (int pairs = orders.length - 1; pairs >= other + factor; pairs--) {
                orders[pairs] -= orders[pairs - other - factor];
            }
            for (int pairs = factor; pairs < orders.length; pairs++) {
                orders[pairs] += orders[pairs - factor];
            }
        }
        return orders;
    }

    private static int approximated(int one, int other) {
        double pairs = (double) one * other;
        double deviation = Math.sqrt(pairs * (one + other + 1) / 12);
        return (int) Math.floor(pairs / 2 - TAIL_DEVIATIONS * deviation - 0.5);
    }
}
