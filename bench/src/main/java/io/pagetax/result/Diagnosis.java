package io.pagetax.result;

import java.util.List;

/**
 * Whether a machine is fit to measure on.
 *
 * @param fit false if anything that was found is {@linkplain Finding.Level#BAD bad}
 */
public record Diagnosis(boolean fit, List<Finding> findings) {

    /** What follows from the findings. */
    public static Diagnosis of(List<Finding> findings) {
        return new Diagnosis(findings.stream().noneMatch(finding -> finding.level() == Finding.Level.BAD), findings);
    }
}
