package io.pagetax.analysis;

import io.pagetax.result.CellDiff;
import io.pagetax.result.CellDiff.Verdict;
import io.pagetax.result.JournalEntry;
import io.pagetax.result.Json;
import io.pagetax.result.Row;
import io.pagetax.result.RunFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Holds a cell of two runs against each other. Whether a change is significant depends on the other cells and stays open. */
final class CellComparison {

    private static final String UNKNOWN = "unknown";

    private final RunFiles a;
    private final RunFiles b;
    private final boolean force;

    /**
     * Of two runs.
     *
     * @param force whether cells that were not asked for the same get a ratio, too
     */
    CellComparison(RunFiles a, RunFiles b, boolean force) {
        this.a = a;
        this.b = b;
        this.force = force;
    }

    CellDiff compare(Row inA, Row inB) {
        List<String> doubts = new ArrayList<>();
        untrusted("A", inA).ifPresent(doubts::add);
        untrusted("B", inB).ifPresent(doubts::add);
        if (!doubts.isEmpty()) {
            return without(Verdict.UNTRUSTED, inA, inB, doubts);
        }
        List<String> unlike = unlike(inA, inB);
        if (!unlike.isEmpty() && !force) {
            return without(Verdict.UNLIKE, inA, inB, unlike);
        }
        return withRatios(inA, inB, unlike);
    }

    private CellDiff withRatios(Row inA, Row inB, List<String> known) {
        CellSamples samplesA = CellSamples.of(a, inA.id());
        CellSamples samplesB = CellSamples.of(b, inB.id());
        List<String> reasons = new ArrayList<>(known);
        Optional<CellDiff.Ratios> ratios = CellRatios.ofSamples(samplesA, samplesB);
        Double p = null;
        Double minP = null;
        if (ratios.isEmpty()) {
            ratios = CellRatios.ofRows(inA, inB);
            reasons.add("no samples in the journal of " + (samplesA.count() == 0 ? "A" : "B")
                    + ": the ratio is that of the medians, without an interval");
        } else if (ratios.get().nsPerOp().lo95() == null) {
            reasons.add(samplesA.count() + " samples against " + samplesB.count() + ", " + PairwiseRatios.LEAST
                    + " on each side are needed for an interval");
        } else {
            p = MannWhitney.pValue(samplesA.values(JournalEntry::nsPerOp), samplesB.values(JournalEntry::nsPerOp));
            minP = CellRatios.quickest(samplesA, samplesB)
                    .map(QuickestRatios.Result::pValue)
                    .orElse(null);
        }
        return new CellDiff(
                inA.id(),
                Verdict.OPEN,
                List.copyOf(reasons),
                side(inA, samplesA),
                side(inB, samplesB),
                ratios.orElse(null),
                p,
                minP,
                null,
                null,
                null,
                null);
    }

    private static CellDiff without(Verdict verdict, Row inA, Row inB, List<String> reasons) {
        return new CellDiff(
                inA.id(),
                verdict,
                List.copyOf(reasons),
                side(inA),
                side(inB),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static CellDiff.Side side(Row row) {
        return new CellDiff.Side(verdict(row), 0, row.nsPerOp(), null);
    }

    /** What the ratios were formed of: the samples, or without a journal the row. */
    private static CellDiff.Side side(Row row, CellSamples samples) {
        double[] times = samples.values(JournalEntry::nsPerOp);
        return new CellDiff.Side(
                verdict(row),
                samples.count(),
                times.length == 0 ? row.nsPerOp() : Medians.estimate(times),
                times.length == 0 ? null : Scatter.of(times));
    }

    private static String verdict(Row row) {
        if (!row.failures().isEmpty()) {
            return "failed";
        }
        return row.samples() == 0 ? "not run" : row.verdict();
    }

    private static Optional<String> untrusted(String run, Row row) {
        if (row.isTrusted()) {
            return Optional.empty();
        }
        List<String> why = new ArrayList<>(row.failures());
        why.addAll(row.reasons());
        return Optional.of(verdict(row) + " in " + run + (why.isEmpty() ? "" : ": " + String.join("; ", why)));
    }

    /** What the two were asked for that is not the same. */
    private static List<String> unlike(Row inA, Row inB) {
        SortedMap<String, Optional<String>> asked = Json.flat(inB.params());
        List<String> unlike = new ArrayList<>();
        Json.flat(inA.params()).forEach((what, was) -> {
            Optional<String> is = asked.getOrDefault(what, Optional.empty());
            if (!was.equals(is)) {
                unlike.add(what + " is " + was.orElse(UNKNOWN) + " in A and " + is.orElse(UNKNOWN) + " in B");
            }
        });
        return unlike;
    }
}
