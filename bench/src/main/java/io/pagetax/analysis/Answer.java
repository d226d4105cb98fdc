package io.pagetax.analysis;

import io.pagetax.result.Comparison;
import io.pagetax.result.Estimate;
import io.pagetax.result.Params;
import io.pagetax.result.Row;
import io.pagetax.result.Run;
import io.pagetax.workload.ByteSize;
import io.pagetax.workload.Ioengine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The run's answer in words: what a read costs past the page cache and through it. */
public final class Answer {

    /** Time of an uncached buffered read over that of a direct read: inserting pages, and copying. */
    public static final String TAX_INSERTION = "tax.insertion";

    /** Time of an uncached RWF_DONTCACHE read over that of a direct read: inserting, copying and removing. */
    public static final String TAX_INSERTION_REMOVAL = "tax.insertion+removal";

    /** Time of an uncached read that looks into the page cache first, and then past it, over that of a direct read. */
    public static final String TAX_LOOKUP = "tax.lookup";

    /** Time of a direct read over that of the same cell, measured once more under another name. */
    public static final String CONTROL = "control.aa";

    private static final double NANOS_PER_MICRO = 1000;
    private static final double PERCENT = 100;

    private Answer() {}

    /**
     * One sentence for each target and block size for which both sides were measured, or why there is none; then one for
     * each target that was held against the first one.
     */
    public static List<String> sentences(Run run) {
        List<String> sentences = new ArrayList<>();
        for (Comparison comparison : run.comparisons()) {
            Row direct = row(run, comparison.denominator()).orElseThrow();
            // With several in flight an operation's share of the time is not what it costs who waits for it.
            if (comparison.name().equals(TAX_INSERTION)
                    && direct.params().iodepth() == 1
                    && direct.params().beside() == null) {
                sentences.add(sentence(run, direct, comparison));
            }
        }
        if (sentences.isEmpty()) {
            run.rows().stream()
                    .filter(Answer::isOfTheQuestion)
                    .filter(row -> !row.isTrusted())
                    .map(row -> "no answer: the row " + row.id() + " is " + row.verdict() + " ("
                            + String.join("; ", row.reasons()) + ")")
                    .findFirst()
                    .ifPresent(sentences::add);
        }
        // Who names several targets asks first how they differ.
        SideBySide.of(run).ifPresent(sides -> sentences.addAll(0, TargetAnswer.sentences(sides)));
        return sentences;
    }

    private static boolean isOfTheQuestion(Row row) {
        return row.params().cache().equals("uncached")
                && row.params().hits() == null
                && row.params().beside() == null
                && List.of("direct", "buffered").contains(row.params().path());
    }

    private static String sentence(Run run, Row direct, Comparison comparison) {
        double directNs = median(direct);
        double bufferedNs = median(row(run, comparison.numerator()).orElseThrow());
        String operation = direct.params().rw().startsWith("rand") ? "random read" : "sequential read";
        return String.format(
                Locale.ROOT,
                "On %s, an uncached %siB %s%s costs %.1f µs direct, %.1f µs through the cache: %s, paired within rounds%s.",
                direct.target(),
                ByteSize.format(direct.params().bs()).replace("k", " K").replace("m", " M"),
                operation,
                way(direct.params()),
                directNs / NANOS_PER_MICRO,
                bufferedNs / NANOS_PER_MICRO,
                change(comparison),
                includesOne(comparison.ratio()) ? "; no difference that could be told from noise" : "");
    }

    /** How the reads were issued, if not as ever: {@code  by filechannel}, {@code  by psync through ffm in 2 threads}. */
    private static String way(Params params) {
        String threads = params.numjobs() == 1 ? "" : " in " + params.numjobs() + " threads";
        String binding =
                params.binding() == null || params.binding().equals("jna") ? "" : " through " + params.binding();
        boolean usual = params.ioengine().equals(Ioengine.PSYNC.word()) && binding.isEmpty();
        return (usual ? "" : " by " + params.ioengine() + binding) + threads;
    }

    /** Whether a ratio is different from 1 beyond doubt. */
    public static boolean excludesOne(Estimate ratio) {
        return ratio.lo95() != null && ratio.hi95() != null && !includesOne(ratio);
    }

    private static boolean includesOne(Estimate ratio) {
        return ratio.lo95() != null && ratio.hi95() != null && ratio.lo95() <= 1 && ratio.hi95() >= 1;
    }

    /** A ratio as a change in percent with its interval: {@code +9.5 % (95 % interval +7.1 to +12.0 %, 7 rounds)}. */
    public static String change(Comparison comparison) {
        Estimate ratio = comparison.ratio();
        String interval = ratio.lo95() == null || ratio.hi95() == null
                ? "no interval from " + comparison.rounds() + " rounds, 6 are needed"
                : "95 % interval " + percent(ratio.lo95()) + " to " + percent(ratio.hi95()) + ", " + comparison.rounds()
                        + " rounds";
        return percent(ratio.median()) + " (" + interval + ")";
    }

    /** A ratio as a change: {@code +9.5 %}. */
    public static String percent(double ratio) {
        return String.format(Locale.ROOT, "%+.1f %%", (ratio - 1) * PERCENT);
    }

    private static Optional<Row> row(Run run, String id) {
        return run.rows().stream().filter(row -> row.id().equals(id)).findFirst();
    }

    private static double median(Row row) {
        Estimate nsPerOp = row.nsPerOp();
        return nsPerOp == null ? Double.NaN : nsPerOp.median();
    }
}
