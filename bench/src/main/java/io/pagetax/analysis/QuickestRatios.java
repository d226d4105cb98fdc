package io.pagetax.analysis;

import io.pagetax.result.Estimate;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The ratio of two samples of times of which the smaller ones are the better known: what disturbs an operation makes it
 * longer, never shorter. Of each sample the upper third is left out, and what remains is compared by its mean, on logarithms,
 * with the error that Yuen's test gives it.
 *
 * @see <a href="https://doi.org/10.1093/biomet/61.1.165">Yuen 1974, The two-sample trimmed t for unequal population variances</a>
 */
final class QuickestRatios {

    private static final double LEFT_OUT = 1.0 / 3;
    private static final double TAIL = 0.025;

    private QuickestRatios() {}

    /** A ratio, and how likely one as far from 1 is if there is no difference. */
    record Result(Estimate ratio, double pValue) {}

    /** Mean of the logarithms that are kept, with the square of its standard error. */
    private record Part(double mean, double squaredError, int kept) {

        static Part of(double[] values) {
            double[] sorted = Arrays.stream(values).map(Math::log).sorted().toArray();
            int kept = sorted.length - (int) (sorted.length * LEFT_OUT);
            double mean = Arrays.stream(sorted, 0, kept).average().orElseThrow();
            // For the error each of those that were left out counts as the largest that was not.
            Arrays.fill(sorted, kept, sorted.length, sorted[kept - 1]);
            double all = Arrays.stream(sorted).average().orElseThrow();
            double squares = Arrays.stream(sorted)
                    .map(value -> (value - all) * (value - all))
                    .sum();
            return new Part(mean, squares / (kept * (kept - 1.0)), kept);
        }
    }

    /**
     * Compares.
     *
     * @param above positive, {@link PairwiseRatios#LEAST} at least
     * @param below the same
     */
    static Result of(double[] above, double[] below) {
        Part over = Part.of(above);
        Part under = Part.of(below);
        double difference = over.mean - under.mean;
        double error = Math.sqrt(over.squaredError + under.squaredError);
        if (error == 0) {
            double ratio = Math.exp(difference);
            return new Result(new Estimate(ratio, ratio, ratio), difference == 0 ? 1 : 0);
        }
        ContinuousDistribution distribution = TDistribution.of(degrees(over, under));
        double margin = error * distribution.inverseSurvivalProbability(TAIL);
        return new Result(
                new Estimate(Math.exp(difference), Math.exp(difference - margin), Math.exp(difference + margin)),
                2 * distribution.survivalProbability(Math.abs(difference) / error));
    }

    /** Of freedom, by Welch. */
    private static double degrees(Part one, Part other) {
        double sum = one.squaredError + other.squaredError;
        return sum
                * sum
                / (one.squaredError * one.squaredError / (one.kept - 1)
                        + other.squaredError * other.squaredError / (other.kept - 1));
    }
}
