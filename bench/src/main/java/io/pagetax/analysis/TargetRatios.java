package io.pagetax.analysis;

import io.pagetax.result.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.inference.TTest;

/**
 * The same cells on one target and on another, held against each other within rounds, and whether they differ. A cell is
 * said to be faster or slower only if three things agree: the 95 % interval of the median leaves out 1; the median is at
 * least {@link #THRESHOLD} away from it; and a paired t test on the logarithms of the rounds' ratios, corrected for the
 * number of comparisons, is below {@link #LEVEL}. The interval assumes nothing of the distribution, but one of twenty misses
 * by chance; the corrected test guards against that, but assumes that logarithms are near to normal.
 */
public final class TargetRatios {

    /** What names of comparisons between targets begin with; the name of the target follows. */
    public static final String PREFIX = "target.";

    /**
     * The smallest change that is spoken of. Two scratch file systems of the same kind on the same device may differ by a
     * few percent because of where on it their files happen to lie: real, but nothing that the kind of file system does.
     */
    public static final double THRESHOLD = 0.05;

    /** How likely it may be that any cell of a run is said to differ though none does. */
    public static final double LEVEL = 0.05;

    private static final double ALL_ALIKE = 1;

    /**
     * The same cell twice.
     *
     * @param target the name of the one that is held against the baseline
     * @param above times there
     * @param below times on the baseline
     */
    public record Pair(String target, RowTimes above, RowTimes below) {}

    private TargetRatios() {}

    /** Whether a comparison is one of these. */
    public static boolean isOne(Comparison comparison) {
        return comparison.name().startsWith(PREFIX);
    }

    /** All of a run, since the correction depends on their number; those of pairs without a round in common are left out. */
    public static List<Comparison> compare(List<Pair> pairs) {
        List<Comparison> comparisons = new ArrayList<>();
        List<Integer> tested = new ArrayList<>();
        List<Double> pValues = new ArrayList<>();
        for (Pair pair : pairs) {
            Optional<Comparison> compared = Ratios.compare(PREFIX + pair.target(), pair.above(), pair.below());
            if (compared.filter(TargetRatios::hasInterval).isPresent()) {
                tested.add(comparisons.size());
                pValues.add(pValue(pair));
            }
            compared.ifPresent(comparisons::add);
        }
        double[] adjusted =
                Holm.adjust(pValues.stream().mapToDouble(Double::doubleValue).toArray());
        for (int i = 0; i < adjusted.length; i++) {
            Comparison comparison = comparisons.get(tested.get(i));
            comparisons.set(tested.get(i), comparison.judged(isSignificant(comparison, adjusted[i]), adjusted[i]));
        }
        return comparisons;
    }

    /** Without one there are too few rounds for any statement. */
    private static boolean hasInterval(Comparison comparison) {
        return comparison.ratio().lo95() != null;
    }

    private static double pValue(Pair pair) {
        double[] logarithms = RowTimes.combine(
                        pair.above().nanos(), pair.below().nanos(), (above, below) -> Math.log(above / below))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        double p = TTest.withDefaults().test(logarithms).getPValue();
        // Of ratios that are all 1 there is no variance to test against.
        return Double.isNaN(p) ? ALL_ALIKE : p;
    }

    private static boolean isSignificant(Comparison comparison, double adjustedP) {
        return Answer.excludesOne(comparison.ratio())
                && Math.abs(comparison.ratio().median() - 1) >= THRESHOLD
                && adjustedP < LEVEL;
    }
}
