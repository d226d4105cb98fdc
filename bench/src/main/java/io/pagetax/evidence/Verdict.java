package io.pagetax.evidence;

import java.util.List;

/**
 * Whether the evidence bears out what a row's name claims.
 *
 * @param status the outcome
 * @param reasons in sentences, each with the two numbers that disagree; empty if verified
 * @param warnings what does not make the name false, but is to be known to whoever uses the numbers
 */
public record Verdict(Status status, List<String> reasons, List<String> warnings) {

    /** Outcomes, from best to worst. */
    public enum Status {
        /** All witnesses agree with the name. */
        VERIFIED("verified"),
        /** A witness could not speak, the others agree. */
        UNVERIFIABLE("unverifiable"),
        /** A witness disagrees: something else than the name says was measured. */
        REFUTED("refuted");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        /** As written in run.json. */
        public String word() {
            return word;
        }
    }

    static Verdict of(List<Finding> findings) {
        Status worst = Status.VERIFIED;
        for (Finding finding : findings) {
            Status status = switch (finding.level()) {
                case WARNING -> Status.VERIFIED;
                case UNVERIFIABLE -> Status.UNVERIFIABLE;
                case REFUTED -> Status.REFUTED;
            };
            worst = status.compareTo(worst) > 0 ? status : worst;
        }
        return new Verdict(
                worst,
                findings.stream()
                        .filter(finding -> finding.level() != Finding.Level.WARNING)
                        .map(Finding::reason)
                        .toList(),
                findings.stream()
                        .filter(finding -> finding.level() == Finding.Level.WARNING)
                        .map(Finding::reason)
                        .toList());
    }
}
