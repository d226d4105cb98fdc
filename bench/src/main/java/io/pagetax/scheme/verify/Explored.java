package io.pagetax.scheme.verify;

/** A scenario under a scheme, and what was found. */
public record Explored(Subject subject, Scenario scenario, Exploration found) {

    /** Whether nothing worse can be found. */
    boolean isSettled() {
        return found.verdict() == scenario.worst();
    }

    /** The verdict as it is written: what nothing is wrong with has a word by the scenario. */
    public String verdict() {
        return found.verdict() == Verdict.OK
                ? scenario.wellDone()
                : found.verdict().word();
    }
}
