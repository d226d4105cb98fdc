package io.pagetax.analysis;

import io.pagetax.result.Comparison;
import java.util.Map;
import java.util.Optional;

/** Ratios of rows, formed within rounds. */
public final class Ratios {

    private Ratios() {}

    /**
     * The ratio of two rows' times.
     *
     * @param numeratorTimes times by round
     * @param denominatorTimes times by round
     * @return empty if they have no round in common
     */
    public static Optional<Comparison> compare(
            String name,
            String numerator,
            Map<Integer, Double> numeratorTimes,
            String denominator,
            Map<Integer, Double> denominatorTimes) {
        double[] ratios = numeratorTimes.keySet().stream()
                .filter(denominatorTimes::containsKey)
                .mapToDouble(round -> ratio(numeratorTimes, denominatorTimes, round))
                .toArray();
        if (ratios.length == 0) {
            return Optional.empty();
        }
        return Optional.of(new Comparison(name, numerator, denominator, Medians.estimate(ratios), ratios.length));
    }

    private static double ratio(Map<Integer, Double> above, Map<Integer, Double> below, Integer round) {
        Double numerator = above.get(round);
        Double denominator = below.get(round);
        return numerator == null || denominator == null ? Double.NaN : numerator / denominator;
    }
}
