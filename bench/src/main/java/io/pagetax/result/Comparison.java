package io.pagetax.result;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two rows' times per operation against each other, within each round, so that drift cancels.
 *
 * @param name what it stands for
 * @param numerator a row's id
 * @param subtracted id of a row whose times were subtracted from the numerator's; null: none was
 * @param denominator a row's id
 * @param ratio over the rounds
 * @param rounds in which all of these rows have a sample
 * @param differenceNs how much longer an operation of the numerator takes
 * @param cpuRatio of user and system time; null where it was not told
 * @param cpuDifferenceNs how much more user and system time an operation of the numerator takes; null where not told
 * @param significant whether two targets differ in it beyond doubt and by enough to speak of; null of other comparisons, and
 *     with fewer than 6 rounds, from which nothing can be said
 * @param adjustedP how likely a difference as clear as this would be if there were none, corrected for the number of cells
 *     and targets of the run; null wherever {@code significant} is
 * @param warnings why it is to be doubted
 */
public record Comparison(
        String name,
        String numerator,
        @Nullable String subtracted,
        String denominator,
        Estimate ratio,
        int rounds,
        @Nullable Estimate differenceNs,
        @Nullable Estimate cpuRatio,
        @Nullable Estimate cpuDifferenceNs,
        @Nullable Boolean significant,
        @Nullable Double adjustedP,
        List<String> warnings) {

    /** Files that were written before it had warnings lack them. */
    public Comparison {
        warnings = warnings == null ? List.of() : warnings;
    }

    /** Of a ratio alone. */
    public Comparison(String name, String numerator, String denominator, Estimate ratio, int rounds) {
        this(name, numerator, null, denominator, ratio, rounds, null, null, null, null, null, List.of());
    }

    /** The same of two targets, with what can be said of their difference. */
    public Comparison judged(boolean isSignificant, double p) {
        return new Comparison(
                name,
                numerator,
                subtracted,
                denominator,
                ratio,
                rounds,
                differenceNs,
                cpuRatio,
                cpuDifferenceNs,
                isSignificant,
                p,
                warnings);
    }

    /** The same with one warning more. */
    public Comparison warning(String text) {
        List<String> more = new ArrayList<>(warnings);
        more.add(text);
        return new Comparison(
                name,
                numerator,
                subtracted,
                denominator,
                ratio,
                rounds,
                differenceNs,
                cpuRatio,
                cpuDifferenceNs,
                significant,
                adjustedP,
                List.copyOf(more));
    }
}
