package io.pagetax.analysis;

import io.pagetax.result.Comparison;
import io.pagetax.result.Estimate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Ratios and differences of rows, formed within rounds. */
public final class Ratios {

    private Ratios() {}

    /**
     * One row over another.
     *
     * @return empty if they have no round in common
     */
    public static Optional<Comparison> compare(String name, RowTimes above, RowTimes below) {
        return compare(name, above, null, below);
    }

    /**
     * One row over another, without what a third one took in the same round.
     *
     * @param subtracted from {@code above}; null: nothing
     * @return empty if they have no round in common
     */
    public static Optional<Comparison> compare(
            String name, RowTimes above, @Nullable RowTimes subtracted, RowTimes below) {
        RowTimes rest = subtracted == null ? above : above.less(subtracted);
        Map<Integer, Double> ratios = RowTimes.combine(rest.nanos(), below.nanos(), Ratios::ratio);
        if (ratios.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Comparison(
                name,
                above.id(),
                subtracted == null ? null : subtracted.id(),
                below.id(),
                Medians.estimate(values(ratios)),
                ratios.size(),
                estimate(rest.nanos(), below.nanos(), Ratios::difference),
                estimate(rest.cpuNanos(), below.cpuNanos(), Ratios::ratio),
                estimate(rest.cpuNanos(), below.cpuNanos(), Ratios::difference),
                null,
                null,
                List.of()));
    }

    private static double ratio(double above, double below) {
        return above / below;
    }

    private static double difference(double above, double below) {
        return above - below;
    }

    private static @Nullable Estimate estimate(
            Map<Integer, Double> above, Map<Integer, Double> below, DoubleBinaryOperator operator) {
        Map<Integer, Double> combined = RowTimes.combine(above, below, operator);
        return combined.isEmpty() ? null : Medians.estimate(values(combined));
    }

    private static double[] values(Map<Integer, Double> byRound) {
        return byRound.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
