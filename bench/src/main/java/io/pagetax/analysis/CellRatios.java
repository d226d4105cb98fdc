package io.pagetax.analysis;

import io.pagetax.result.CellDiff;
import io.pagetax.result.Estimate;
import io.pagetax.result.JournalEntry;
import io.pagetax.result.Percentiles;
import io.pagetax.result.Row;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A cell of one run over the same of another, in every number that they are compared in. */
final class CellRatios {

    private CellRatios() {}

    /** From the values of the samples; empty if a run has none of it. */
    static Optional<CellDiff.Ratios> ofSamples(CellSamples a, CellSamples b) {
        Estimate nsPerOp = samples(a, b, JournalEntry::nsPerOp);
        Estimate iops = samples(a, b, JournalEntry::iops);
        return nsPerOp == null || iops == null
                ? Optional.empty()
                : Optional.of(new CellDiff.Ratios(
                        nsPerOp,
                        iops,
                        quickest(a, b).map(QuickestRatios.Result::ratio).orElse(null),
                        percentile(a, b, Percentiles::p50),
                        percentile(a, b, Percentiles::p99),
                        percentile(a, b, Percentiles::p999),
                        percentile(a, b, Percentiles::p9999)));
    }

    /** Of the quickest operation of each sample; empty if there are too few for an interval. */
    static Optional<QuickestRatios.Result> quickest(CellSamples a, CellSamples b) {
        double[] below = a.values(CellRatios::quickest);
        double[] above = b.values(CellRatios::quickest);
        if (below.length < PairwiseRatios.LEAST || above.length < PairwiseRatios.LEAST) {
            return Optional.empty();
        }
        QuickestRatios.Result result = QuickestRatios.of(above, below);
        double difference =
                Medians.estimate(above).median() - Medians.estimate(below).median();
        // All samples of a run may show the same step, whose interval is then none at all.
        boolean isTold = Math.abs(difference) > Math.max(clockStep(a), clockStep(b));
        return Optional.of(isTold ? result : new QuickestRatios.Result(result.ratio(), 1));
    }

    private static @Nullable Long quickest(JournalEntry entry) {
        return entry.latencyNs() == null ? null : entry.latencyNs().min();
    }

    /** The smallest that the clock was seen to make, in nanoseconds; 0 if nobody looked. */
    private static double clockStep(CellSamples samples) {
        return Arrays.stream(samples.values(entry ->
                        entry.evidence() == null ? null : entry.evidence().clockStepNanos()))
                .min()
                .orElse(0);
    }

    /** From what is recorded of the rows alone; empty if a run has none of it. */
    static Optional<CellDiff.Ratios> ofRows(Row a, Row b) {
        Estimate nsPerOp = medians(a.nsPerOp(), b.nsPerOp());
        Estimate iops = medians(a.iops(), b.iops());
        return nsPerOp == null || iops == null
                ? Optional.empty()
                : Optional.of(new CellDiff.Ratios(
                        nsPerOp,
                        iops,
                        null,
                        percentile(a, b, Percentiles::p50),
                        percentile(a, b, Percentiles::p99),
                        percentile(a, b, Percentiles::p999),
                        percentile(a, b, Percentiles::p9999)));
    }

    private static @Nullable Estimate samples(
            CellSamples a, CellSamples b, Function<JournalEntry, ? extends @Nullable Number> number) {
        double[] below = a.values(number);
        double[] above = b.values(number);
        return below.length == 0 || above.length == 0 ? null : PairwiseRatios.estimate(above, below);
    }

    private static @Nullable Estimate percentile(
            CellSamples a, CellSamples b, Function<Percentiles, @Nullable Long> which) {
        return samples(a, b, entry -> entry.latencyNs() == null ? null : which.apply(entry.latencyNs()));
    }

    private static @Nullable Estimate medians(@Nullable Estimate a, @Nullable Estimate b) {
        return a == null || b == null ? null : quotient(a.median(), b.median());
    }

    private static @Nullable Estimate percentile(Row a, Row b, Function<Percentiles, @Nullable Long> which) {
        Long below = a.latencyNs() == null ? null : which.apply(a.latencyNs());
        Long above = b.latencyNs() == null ? null : which.apply(b.latencyNs());
        return below == null || above == null ? null : quotient(below, above);
    }

    private static @Nullable Estimate quotient(double below, double above) {
        return below > 0 && above > 0 ? new Estimate(above / below, null, null) : null;
    }
}
