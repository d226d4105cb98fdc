package io.pagetax.cli;

import io.pagetax.campaign.TargetSpec;
import io.pagetax.environment.TargetProbe;
import io.pagetax.probe.Interview;
import io.pagetax.result.ProbedTarget;
import io.pagetax.result.TargetFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Asks the file systems of targets and shows how it goes. */
final class Interviews {

    private final TerminalProgress progress;
    private final BooleanSupplier cancelled;

    /**
     * Shows progress on stderr.
     *
     * @param cancelled ends the work early
     */
    Interviews(CommandLine command, boolean quiet, BooleanSupplier cancelled) {
        this.progress = new TerminalProgress(command.getErr(), quiet);
        this.cancelled = cancelled;
    }

    /**
     * Asks one after the other, each in its turn if they take turns. What is no folder is left out.
     *
     * @throws java.io.InterruptedIOException if it was cancelled
     */
    List<ProbedTarget> ask(List<TargetSpec> targets) throws IOException {
        List<ProbedTarget> probed = new ArrayList<>();
        try {
            for (TargetSpec target : targets) {
                TargetSpec.Turn turn = target.turn();
                if (turn != null) {
                    turn.take();
                }
                Path folder = Targets.requireExisting(target);
                if (Files.isDirectory(folder)) {
                    progress.phase("asking the file system of " + target.name());
                    probed.add(ask(target, folder));
                } else {
                    progress.warning(
                            target.name() + " is not asked: it is no folder, and files have to be made to ask");
                }
            }
            return probed;
        } finally {
            progress.done();
        }
    }

    private ProbedTarget ask(TargetSpec target, Path folder) throws IOException {
        Interview interview = new Interview(new Shown(target.name()), cancelled);
        TargetFacts facts = TargetProbe.facts(target.name(), target.path(), target.choice(), folder);
        return new ProbedTarget(
                target.name(),
                facts.filesystem(),
                System.getProperty("os.version"),
                withoutPaths(facts.mountOptions()),
                interview.ask(folder));
    }

    /** Those of an overlay name folders of this machine, which say nothing to others. */
    private static @Nullable String withoutPaths(@Nullable String mountOptions) {
        return mountOptions == null ? null : mountOptions.replaceAll("=[^,]*/[^,]*", "=");
    }

    /** What an interview tells, on a terminal. */
    private final class Shown implements Interview.Listener {

        private final String target;

        Shown(String target) {
            this.target = target;
        }

        @Override
        public void asking(String id) {
            progress.passing(target + ": " + id);
        }

        @Override
        public void warning(String text) {
            progress.warning(text);
        }
    }
}
