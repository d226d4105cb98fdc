package io.pagetax.analysis;

import io.pagetax.result.BreakEven;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the hit ratio from which on the page cache pays. */
public final class BreakEvens {

    /**
     * A point of a curve.
     *
     * @param hitRatio 0 to 1
     */
    public record Point(double hitRatio, RowTimes times) {}

    private BreakEvens() {}

    /**
     * Where a curve crosses the line of direct I/O, measured and predicted.
     *
     * @param path the way through the cache
     * @param curve in rising order of hit ratios, from 0 to 1
     * @return empty if the ends of the curve are missing, or no round has all rows
     */
    public static Optional<BreakEven> of(String path, RowTimes direct, List<Point> curve) {
        if (curve.size() < 2
                || curve.get(0).hitRatio() != 0
                || curve.get(curve.size() - 1).hitRatio() != 1) {
            return Optional.empty();
        }
        TreeSet<Integer> rounds = new TreeSet<>(direct.nanos().keySet());
        curve.forEach(point -> rounds.retainAll(point.times().nanos().keySet()));
        if (rounds.isEmpty()) {
            return Optional.empty();
        }
        double[] measured = rounds.stream()
                .mapToDouble(round -> crossing(excess(round, direct, curve), curve))
                .toArray();
        double[] predicted = rounds.stream()
                .mapToDouble(round -> predict(excess(round, direct, curve)))
                .toArray();
        return Optional.of(new BreakEven(
                path,
                direct.id(),
                curve.stream().map(point -> point.times().id()).toList(),
                Medians.estimate(measured),
                Medians.estimate(predicted),
                rounds.size()));
    }

    /** How much dearer than direct each point is in a round. */
    private static List<Double> excess(Integer round, RowTimes direct, List<Point> curve) {
        List<Double> all = new ArrayList<>();
        for (Point point : curve) {
            all.add(point.times().nanos().getOrDefault(round, Double.NaN)
                    - direct.nanos().getOrDefault(round, Double.NaN));
        }
        return all;
    }

    private static double crossing(List<Double> excess, List<Point> curve) {
        if (excess.get(0) <= 0) {
            return 0;
        }
        for (int i = 1; i < excess.size(); i++) {
            double before = excess.get(i - 1);
            double after = excess.get(i);
            if (after <= 0) {
                double from = curve.get(i - 1).hitRatio();
                return from + (curve.get(i).hitRatio() - from) * before / (before - after);
            }
        }
        return 1;
    }

    /** From what a miss and what a hit cost more than direct I/O; the latter is negative if hits pay at all. */
    private static double predict(List<Double> excess) {
        double tax = excess.get(0);
        double gain = -excess.get(excess.size() - 1);
        if (tax <= 0) {
            return 0;
        }
        return gain <= 0 ? 1 : tax / (tax + gain);
    }
}
