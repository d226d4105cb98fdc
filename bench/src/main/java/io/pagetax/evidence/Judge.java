package io.pagetax.evidence;

import io.pagetax.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Applies every rule to the evidence of a row. Stateless. */
public final class Judge {

    /** What a single sample can break. */
    private static final List<Rule<SampleExhibit>> CLAIM_RULES = List.of(
            new StartStateRule(),
            new EndStateRule(),
            new DeviceBytesRule(),
            new HitRatioRule(),
            new DirectSupportRule(),
            new BufferedWriteRule(),
            new UnwrittenRule(),
            new CompressibleRule(),
            new StackCacheRule(),
            new MemoryRule(),
            new BlockSizeRule(),
            new DepthRule(),
            new CpuBoundRule(),
            new ClockRule(),
            new CompanyRule());

    /** What others do: a row is judged by all of its samples together, since its median bears that one is disturbed. */
    private static final List<Rule<SampleExhibit>> DISTURBANCE_RULES =
            List.of(new ForeignIoRule(), new StolenCpuRule());

    private static final List<Rule<RowExhibit>> TREND_RULES = List.of(new DriftRule(), new SteadyStateRule());

    private static final List<Rule<RowExhibit>> OTHER_ROW_RULES = List.of(new SampleCountRule());

    private Judge() {}

    /** What the manual calls the rules. */
    static List<String> ruleNames() {
        return Stream.of(CLAIM_RULES, DISTURBANCE_RULES, TREND_RULES, OTHER_ROW_RULES)
                .flatMap(List::stream)
                .map(rule -> rule.getClass().getSimpleName().replaceFirst("Rule$", ""))
                .toList();
    }

    /** Judges one sample. */
    public static Verdict judge(Workload claim, SampleEvidence evidence, FileFacts file) {
        SampleExhibit sample = new SampleExhibit(claim, evidence, file);
        List<Finding> findings = new ArrayList<>(findings(CLAIM_RULES, sample));
        findings.addAll(findings(DISTURBANCE_RULES, sample));
        return Verdict.of(findings);
    }

    /**
     * Judges a row: it is as good as the worst of its samples, whose reasons are those of the first one that is as bad,
     * and as the row as a whole. A warning that several samples share is given once.
     */
    public static Verdict judge(RowExhibit row, List<SampleEvidence> samples, FileFacts file) {
        List<Verdict> verdicts = samples.stream()
                .map(evidence -> Verdict.of(findings(CLAIM_RULES, new SampleExhibit(row.claim(), evidence, file))))
                .toList();
        Verdict whole = ofWhole(row, samples, file);
        Verdict.Status worst = Stream.concat(verdicts.stream(), Stream.of(whole))
                .map(Verdict::status)
                .max(Verdict.Status::compareTo)
                .orElseThrow();
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < verdicts.size() && reasons.isEmpty(); i++) {
            if (verdicts.get(i).status() == worst) {
                reasons.addAll(placed(verdicts.get(i).reasons(), i, samples.size()));
            }
        }
        reasons.addAll(whole.reasons());
        return new Verdict(worst, List.copyOf(reasons), warnings(verdicts, whole));
    }

    private static Verdict ofWhole(RowExhibit row, List<SampleEvidence> samples, FileFacts file) {
        List<Finding> findings = new ArrayList<>();
        if (!samples.isEmpty()) {
            SampleEvidence together = SampleEvidence.ofRow(samples);
            findings.addAll(findings(DISTURBANCE_RULES, new SampleExhibit(row.claim(), together, file)));
        }
        findings.addAll(findings(TREND_RULES, row));
        findings.addAll(findings(OTHER_ROW_RULES, row));
        return Verdict.of(findings);
    }

    /** Whether no trend shows, neither over the rounds nor within samples; null if the rounds are too few to tell. */
    public static @Nullable Boolean isSteady(RowExhibit row) {
        return row.nsPerOp().size() < DriftRule.FEWEST_ROUNDS
                ? null
                : Boolean.valueOf(findings(TREND_RULES, row).isEmpty());
    }

    private static <E> List<Finding> findings(List<Rule<E>> rules, E exhibit) {
        return rules.stream().flatMap(rule -> rule.check(exhibit).stream()).toList();
    }

    private static List<String> placed(List<String> reasons, int index, int count) {
        String where = "sample " + (index + 1) + " of " + count + ": ";
        return reasons.stream().map(reason -> where + reason).toList();
    }

    /** Of those that differ in their numbers only, the first. */
    private static List<String> warnings(List<Verdict> samples, Verdict whole) {
        List<String> kept = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            for (String warning : samples.get(i).warnings()) {
                String kind = warning.replaceAll("[0-9.]+", "#");
                if (!kinds.contains(kind)) {
                    kinds.add(kind);
                    kept.addAll(placed(List.of(warning), i, samples.size()));
                }
            }
        }
        kept.addAll(whole.warnings());
        return List.copyOf(kept);
    }
}
