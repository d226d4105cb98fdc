package io.pagetax.scheme.verify;

import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;

/**
 * Carries a scenario out in one interleaving after another, by Lincheck's model checker: those with few switches from one
 * task to another first. In a process of its own ({@link ExplorerMain}), whose classes {@link ExplorerAgent} has changed.
 */
final class Explorer {

    private Explorer() {}

    /**
     * Explores the variants of a scenario until nothing worse can be found.
     *
     * @param interleavings at most, shared among the variants
     */
    static Exploration explore(Subject subject, Scenario scenario, int interleavings) {
        int each = Math.max(1, interleavings / scenario.variants());
        Exploration found = explore(subject, scenario, 0, each);
        for (int variant = 1; variant < scenario.variants() && found.verdict() != scenario.worst(); variant++) {
            found = found.and(explore(subject, scenario, variant, each));
        }
        return found;
    }

    private static Exploration explore(Subject subject, Scenario scenario, int variant, int interleavings) {
        Findings findings = new Findings();
        try {
            Lincheck.runConcurrentTest(interleavings, new Body(subject, scenario, variant, findings));
        } catch (LincheckAssertionError failed) {
            findings.end(verdict(failed, findings));
        }
        return new Exploration(
                findings.verdict(),
                findings.interleavings(),
                findings.verdict() == Verdict.OK && findings.interleavings() < interleavings,
                findings.steps());
    }

    private static Verdict verdict(LincheckAssertionError failed, Findings findings) {
        String message = String.valueOf(failed.getMessage());
        if (message.contains("deadlock")) {
            return Verdict.DEADLOCK;
        }
        // What the checker calls so is any loop of many rounds: it is one only if tasks do the same things again and
        // again.
        if (message.contains("livelock") && findings.goesRound()) {
            return Verdict.LIVELOCK;
        }
        throw failed;
    }

    private static final class Body implements Runnable {

        private final Subject subject;
        private final Scenario scenario;
        private final int variant;
        private final Findings findings;

        Body(Subject subject, Scenario scenario, int variant, Findings findings) {
            this.subject = subject;
            this.scenario = scenario;
            this.variant = variant;
            this.findings = findings;
        }

        @Override
        public void run() {
            World world = new World(subject, findings.begin());
            findings.end(scenario.run(world, variant));
        }
    }
}
