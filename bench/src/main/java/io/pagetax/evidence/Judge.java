package io.pagetax.evidence;

import io.pagetax.workload.Workload;
import java.util.ArrayList;
import java.util.List;

/** Applies every rule to the evidence of a row's samples. Stateless. */
public final class Judge {

    private static final List<Rule> RULES = List.of(new StartStateRule(), new EndStateRule(), new DeviceBytesRule());

    private Judge() {}

    /** Judges one sample. */
    public static Verdict judge(Workload claim, SampleEvidence evidence) {
        Verdict.Status worst = Verdict.Status.VERIFIED;
        List<String> reasons = new ArrayList<>();
        for (Rule rule : RULES) {
            Rule.Finding finding = rule.check(claim, evidence).orElse(null);
            if (finding != null) {
                reasons.add(finding.reason());
                worst = worse(worst, finding.status());
            }
        }
        return new Verdict(worst, List.copyOf(reasons));
    }

    /** Judges a row: it is as good as the worst of its samples, and the reasons are those of the first one that is as bad. */
    public static Verdict judge(Workload claim, List<SampleEvidence> samples) {
        Verdict.Status worst = Verdict.Status.VERIFIED;
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Verdict verdict = judge(claim, samples.get(i));
            if (verdict.status().compareTo(worst) > 0) {
                reasons.clear();
                String where = "sample " + (i + 1) + " of " + samples.size() + ": ";
                verdict.reasons().forEach(reason -> reasons.add(where + reason));
            }
            worst = worse(worst, verdict.status());
        }
        return new Verdict(worst, List.copyOf(reasons));
    }

    private static Verdict.Status worse(Verdict.Status left, Verdict.Status right) {
        return left.compareTo(right) >= 0 ? left : right;
    }
}
