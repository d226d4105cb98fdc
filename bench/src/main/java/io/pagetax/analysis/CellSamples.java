package io.pagetax.analysis;

import io.pagetax.result.JournalEntry;
import io.pagetax.result.RunFiles;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a row that may enter a ratio.
 *
 * @param entries those that were finished and are what the row's name says
 */
record CellSamples(List<JournalEntry> entries) {

    private static final String VERIFIED = "verified";

    static CellSamples of(RunFiles run, String row) {
        return new CellSamples(run.samples().stream()
                .filter(entry -> row.equals(entry.row()))
                .filter(entry -> entry.failure() == null && VERIFIED.equals(entry.verdict()))
                .filter(entry -> entry.nsPerOp() != null && entry.iops() != null)
                .toList());
    }

    int count() {
        return entries.size();
    }

    /** A number of each sample that has it; a ratio can be had of those above 0 only. */
    double[] values(Function<JournalEntry, ? extends @Nullable Number> number) {
        return entries.stream()
                .map(number)
                .filter(Objects::nonNull)
                .mapToDouble(Number::doubleValue)
                .filter(value -> value > 0)
                .toArray();
    }
}
