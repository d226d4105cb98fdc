package io.pagetax.figure;

import io.pagetax.distribution.Distributions;
import io.pagetax.distribution.Kind;
import io.pagetax.result.JournalEntry;
import io.pagetax.result.Run;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * What figures are drawn from.
 *
 * @param samples of the run, in the order in which they ended; empty if its journal was not kept
 */
public record Material(Run run, List<JournalEntry> samples, Distributions distributions) {

    /** Of a run of which only the record was kept. */
    public static Material of(Run run) {
        return new Material(run, List.of(), Distributions.none());
    }

    /** Nanoseconds of a row's operations; empty if they are not known. */
    Optional<Histogram> histogram(String row, Kind kind) {
        return distributions.of(row).flatMap(known -> known.histogram(kind));
    }
}
