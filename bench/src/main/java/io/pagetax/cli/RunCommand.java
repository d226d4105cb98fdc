package io.pagetax.cli;

import io.pagetax.campaign.Interruption;
import io.pagetax.campaign.Request;
import io.pagetax.campaign.Stopping;
import io.pagetax.plan.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pagetax run}. */
@Command(
        name = "run",
        sortOptions = false,
        description = "Runs the cross product of the lists given on each target, in interleaved, shuffled rounds.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class RunCommand implements Callable<Integer> {

    @Mixin
    TargetOptions targets;

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
        Interruption interruption = new Interruption();
        try (TargetOptions.Choice chosen =
                targets.choose(output.anonymise, spec.commandLine(), interruption::isRequested)) {
            return run(product, chosen, interruption);
        }
    }

    private int run(CellProduct product, TargetOptions.Choice chosen, Interruption interruption) throws IOException {
        RunDirectories directory = RunDirectories.choose(output, spec.commandLine());
        Request request = new Request(
                chosen.specs(),
                new Plan(product.cells(chosen.specs()), cells.rounds(), cells.warmup(), cells.runtime(), cells.seed),
                cells.sizeBytes,
                chosen.allowOverwrite(),
                output.keepFile,
                Stopping.AS_PLANNED,
                directory.path(),
                directory.id(),
                output.anonymise,
                typed,
                List.of(),
                product.warnings());
        return new Session(spec.commandLine(), output).run(request, interruption, row -> true);
    }
}
