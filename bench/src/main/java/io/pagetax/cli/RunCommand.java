package io.pagetax.cli;

import io.pagetax.campaign.Request;
import io.pagetax.campaign.Stopping;
import io.pagetax.campaign.TargetSpec;
import io.pagetax.plan.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pagetax run}. */
@Command(
        name = "run",
        sortOptions = false,
        description = "Runs the cross product of the lists given on each target, in interleaved, shuffled rounds.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class RunCommand implements Callable<Integer> {

    @Option(
            names = "--target",
            paramLabel = "[NAME=]PATH",
            description = "A folder: a data file is made there and removed again. An existing file or block device is "
                    + "opened read-only unless --allow-overwrite. Repeatable. Default: the first writable folder on a "
                    + "disk.")
    List<String> targets = new ArrayList<>();

    @Option(
            names = "--allow-overwrite",
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Let benchmarks that write use existing files and devices. Their contents are lost.")
    boolean allowOverwrite;

    @Mixin
    CellOptions cells;

    @Mixin
    OutputOptions output;

    @Mixin
    HelpOptions help;

    @Spec
    CommandSpec spec;

    private final List<String> typed;

    RunCommand(List<String> typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        CellProduct product = new CellProduct(cells);
        List<String> problems = new ArrayList<>(product.problems());
        problems.addAll(cells.problems());
        if (!problems.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("; ", problems));
        }
        List<TargetSpec> specs = Targets.parse(targets, output.anonymise, spec.commandLine());
        RunDirectories directory = RunDirectories.choose(output, spec.commandLine());
        Request request = new Request(
                specs,
                new Plan(product.cells(specs), cells.rounds(), cells.warmup(), cells.runtime(), cells.seed),
                cells.sizeBytes,
                allowOverwrite,
                output.keepFile,
                Stopping.AS_PLANNED,
                directory.path(),
                directory.id(),
                output.anonymise,
                typed,
                product.warnings());
        return new Session(spec.commandLine(), output).run(request, row -> true);
    }
}
