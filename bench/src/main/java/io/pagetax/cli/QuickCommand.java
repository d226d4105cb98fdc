package io.pagetax.cli;

import io.pagetax.campaign.Interruption;
import io.pagetax.campaign.Request;
import io.pagetax.campaign.Stopping;
import io.pagetax.campaign.TargetSpec;
import io.pagetax.plan.Cell;
import io.pagetax.plan.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pagetax quick}. */
@Command(
        name = "quick",
        mixinStandardHelpOptions = true,
        description = "Answers the question on this machine, as any user, in three minutes or less.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class QuickCommand implements Callable<Integer> {

    @Option(
            names = "--target",
            paramLabel = "[NAME=]PATH",
            description = "A folder: a data file is made there and removed again. An existing file or block device is "
                    + "opened read-only. Default: the first writable folder on a disk.")
    List<String> targets = new ArrayList<>();

    @Mixin
    OutputOptions output;

    @Spec
    CommandSpec spec;

    private final List<String> typed;

    QuickCommand(List<String> typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        List<TargetSpec> specs = Targets.parse(targets, output.anonymise, spec.commandLine());
        List<Cell> cells = new ArrayList<>();
        for (TargetSpec target : specs) {
            Profile.QUICK.workloads().forEach(workload -> cells.add(Cell.of(target.name(), workload)));
        }
        Plan plan =
                new Plan(cells, Profile.QUICK.rounds(), Profile.QUICK.warmup(), Profile.QUICK.runtime(), Profile.SEED);
        RunDirectories directory = RunDirectories.choose(output, spec.commandLine());
        Request request = new Request(
                specs,
                plan,
                Profile.SIZE,
                false,
                output.keepFile,
                new Stopping(Profile.QUICK_LIMIT, null),
                directory.path(),
                directory.id(),
                output.anonymise,
                typed,
                List.of(),
                List.of());
        // Nobody asked for a cell by name here, so one that this kernel lacks is shown but is no failure.
        return new Session(spec.commandLine(), output)
                .run(request, new Interruption(), row -> row.unsupported() == null);
    }
}
