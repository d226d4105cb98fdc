package io.pagetax.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Holm's correction of p values for their number: with it, the chance that even one of many tests finds a difference where
 * there is none stays below the level that is asked of one. It assumes nothing of how the tests hang together.
 */
final class Holm {

    private Holm() {}

    /** The same of a list in which those that are null are no tests, and stay null. */
    static List<@Nullable Double> adjust(List<? extends @Nullable Double> pValues) {
        double[] adjusted = adjust(pValues.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray());
        List<@Nullable Double> all = new ArrayList<>();
        int next = 0;
        for (Double pValue : pValues) {
            all.add(pValue == null ? null : Double.valueOf(adjusted[next]));
            next += pValue == null ? 0 : 1;
        }
        return all;
    }

    /** Adjusted p values, in the order of those given: each is to be held against the level that a single one would be. */
    static double[] adjust(double[] pValues) {
        List<Integer> rising = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> pValues[index]))
                .toList();
        double[] adjusted = new double[pValues.length];
        double least = 0;
        for (int rank = 0; rank < pValues.length; rank++) {
            int index = rising.get(rank);
            least = Math.max(least, Math.min(1, (pValues.length - rank) * pValues[index]));
            adjusted[index] = least;
        }
        return adjusted;
    }
}
