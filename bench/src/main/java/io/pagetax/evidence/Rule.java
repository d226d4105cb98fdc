package io.pagetax.evidence;

import io.pagetax.workload.Workload;
import java.util.Optional;

/** One way in which a measurement can be something else than its name says. Implementations are stateless. */
interface Rule {

    /** What is wrong with a sample; empty if, by this rule, nothing is. */
    Optional<Finding> check(Workload claim, SampleEvidence evidence);

    /**
     * Something wrong.
     *
     * @param status {@link Verdict.Status#REFUTED} or {@link Verdict.Status#UNVERIFIABLE}
     * @param reason one sentence with the numbers that disagree
     */
    record Finding(Verdict.Status status, String reason) {

        static Optional<Finding> refuted(String reason) {
            return Optional.of(new Finding(Verdict.Status.REFUTED, reason));
        }

        static Optional<Finding> unverifiable(String reason) {
            return Optional.of(new Finding(Verdict.Status.UNVERIFIABLE, reason));
        }
    }
}
