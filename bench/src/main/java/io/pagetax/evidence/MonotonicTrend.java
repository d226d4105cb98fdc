package io.pagetax.evidence;

import java.util.Arrays;
import java.util.List;

/**
 * Whether numbers in order of time tend to rise or to fall: the test of Mann and Kendall, exact since the numbers are few,
 * and the slope of Theil and Sen.
 *
 * @param probability that numbers in random order would show a trend as strong or stronger, either way
 * @param change from the first to the last by the slope, over the median: -0.5 is a fall by half of it
 */
record MonotonicTrend(double probability, double change) {

    /** Of at least two numbers, none of them 0. */
    static MonotonicTrend of(List<Double> numbers) {
        int count = numbers.size();
        double[] slopes = new double[count * (count - 1) / 2];
        int at = 0;
        int falls = 0;
        for (int later = 1; later < count; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                double step = numbers.get(later) - numbers.get(earlier);
                falls += step < 0 ? 1 : 0;
                slopes[at++] = step / (later - earlier);
            }
        }
        double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        double change = median(slopes) * (count - 1) / median(sorted);
        return new MonotonicTrend(probability(count, Math.min(falls, slopes.length - falls)), change);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /** The share of all orders of so many numbers that have at most so many inversions, twice, for both directions. */
    private static double probability(int count, int inversions) {
        double[] shares = {1};
        for (int numbers = 2; numbers <= count; numbers++) {
            double[] next = new double[shares.length + numbers - 1];
            for (int place = 0; place < numbers; place++) {
                for (int had = 0; had < shares.length; had++) {
                    next[had + place] += shares[had] / numbers;
                }
            }
            shares = next;
        }
        return Math.min(1, 2 * Arrays.stream(shares, 0, inversions + 1).sum());
    }
}
