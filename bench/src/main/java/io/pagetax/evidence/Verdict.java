package io.pagetax.evidence;

import java.util.List;

/**
 * Whether the evidence bears out what a row's name claims.
 *
 * @param status the outcome
 * @param reasons in sentences, each with the two numbers that disagree; empty if verified
 */
public record Verdict(Status status, List<String> reasons) {

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
}
