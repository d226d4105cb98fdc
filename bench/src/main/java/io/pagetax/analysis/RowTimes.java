package io.pagetax.analysis;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;

/**
 * What operations of a row took, by round.
 *
 * @param id of the row
 * @param nanos of a job for each of its operations
 * @param cpuNanos user and system time for each operation; lacks rounds in which it was not told
 */
public record RowTimes(String id, Map<Integer, Double> nanos, Map<Integer, Double> cpuNanos) {

    /** The same without what another row's operations took. */
    RowTimes less(RowTimes other) {
        return new RowTimes(
                id,
                combine(nanos, other.nanos, (all, part) -> all - part),
                combine(cpuNanos, other.cpuNanos, (all, part) -> all - part));
    }

    /** One number for each round that both have. */
    static Map<Integer, Double> combine(
            Map<Integer, Double> left, Map<Integer, Double> right, DoubleBinaryOperator operator) {
        Map<Integer, Double> combined = new TreeMap<>();
        left.forEach((round, value) -> {
            Double other = right.get(round);
            if (other != null) {
                combined.put(round, operator.applyAsDouble(value, other));
            }
        });
        return combined;
    }
}
