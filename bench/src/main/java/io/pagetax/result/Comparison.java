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
        List<String> warnings) {

    /** Files that were written before it had warnings lack them. */
    public Comparison {
        warnings = warnings == null ? List.of() : warnings;
    }

    /** Of a ratio alone. */
    public Comparison(String name, String numerator, String denominator, Estimate ratio, int rounds) {
        this(name, numerator, null, denominator, ratio, rounds, null, null, null, List.of());
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
                List.copyOf(more));
    }
}
