package io.pagetax.cli;

import io.pagetax.campaign.Interruption;
import io.pagetax.campaign.Request;
import io.pagetax.campaign.Stopping;
import io.pagetax.campaign.TargetSpec;
import io.pagetax.linux.syscall.Binding;
import io.pagetax.plan.Cell;
import io.pagetax.plan.Plan;
import io.pagetax.result.ProbedTarget;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pagetax compare}. */
@Command(
        name = "compare",
        sortOptions = false,
        description =
                "Compares targets, such as the file systems of a lab: what 'tax' and 'run' measure, on all of them in "
                        + "the same shuffled rounds, each against the first, within rounds.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class CompareCommand implements Callable<Integer> {

    @Mixin
    TargetOptions targets;

    @Mixin
    CompareOptions options;

    @Mixin
    OutputOptions output;

    @Mixin
    HelpOptions help;

    @Spec
    CommandSpec spec;

    private final List<String> typed;

    CompareCommand(List<String> typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        List<String> problems = options.problems();
        if (!problems.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("; ", problems));
        }
        Interruption interruption = new Interruption();
        try (TargetOptions.Choice chosen =
                targets.choose(output.anonymise, spec.commandLine(), interruption::isRequested)) {
            if (chosen.specs().size() < 2) {
                throw new ParameterException(
                        spec.commandLine(), "one target is compared with nothing: name several --target, or --lab");
            }
            return run(chosen, interruption);
        } catch (InterruptedIOException stopped) {
            spec.commandLine().getErr().println("pagetax: stopped before anything was measured");
            return ExitCode.INTERRUPTED;
        }
    }

    private int run(TargetOptions.Choice chosen, Interruption interruption) throws IOException {
        List<Cell> cells = new ArrayList<>();
        for (TargetSpec target : chosen.specs()) {
            cells.addAll(options.profile.cells(target.name(), Binding.current(), options.base()));
        }
        RunDirectories directory = RunDirectories.choose(output, spec.commandLine());
        List<ProbedTarget> probes = options.probe && !output.dryRun ? probe(chosen.specs(), interruption) : List.of();
        Request request = new Request(
                chosen.specs(),
                new Plan(cells, options.rounds(), options.warmup(), options.runtime(), options.seed),
                options.sizeBytes,
                chosen.allowOverwrite(),
                output.keepFile,
                Stopping.AS_PLANNED,
                directory.path(),
                directory.id(),
                output.anonymise,
                typed,
                probes,
                List.of());
        // Nobody asked for a cell by name here, so one that a file system lacks is shown but is no failure.
        return new Session(spec.commandLine(), output).run(request, interruption, row -> row.unsupported() == null);
    }

    private List<ProbedTarget> probe(List<TargetSpec> specs, Interruption interruption) throws IOException {
        StopSignals.handle(interruption);
        return new Interviews(spec.commandLine(), output.quiet, interruption::isRequested).ask(specs);
    }
}
