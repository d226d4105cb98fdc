package io.pagetax.analysis;

import io.pagetax.result.Comparison;
import io.pagetax.result.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How narrow intervals are. */
public final class Precision {

    private static final String TAX = "tax.";

    private Precision() {}

    /** Of the taxes among comparisons, the one that is known least; empty if there is none. */
    public static Optional<Comparison> widest(List<Comparison> comparisons) {
        return comparisons.stream()
                .filter(comparison -> comparison.name().startsWith(TAX))
                .max(Comparator.comparingDouble(comparison -> halfWidth(comparison.ratio())));
    }

    /** Half of an interval as a share of the median; infinite if there is no interval. */
    public static double halfWidth(Estimate ratio) {
        return ratio.lo95() == null || ratio.hi95() == null
                ? Double.POSITIVE_INFINITY
                : (ratio.hi95() - ratio.lo95()) / 2 / ratio.median();
    }
}
